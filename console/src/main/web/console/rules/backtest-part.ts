import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { BacktestReport, BacktestView } from '../../shared/api/schema';
import { change, units } from '../../shared/page/format';
import { go, href, place, PLACE_CHANGED } from '../../shared/page/router';
import { Loading, View } from '../../shared/page/view';
import { figure } from '../../shared/components/figure';
import { shown } from '../../shared/components/states';
import '../../shared/components/bar-chart';
import { t, tOf } from '../i18n/texts';
import './backtest-form';

const POLL_MS = 1_000;

/** What a version would have paid for the events of the last days, beside what was paid. The address names the backtest. */
@customElement('backtest-part')
export class BacktestPart extends View {
  @property() code = '';
  @property({ type: Number }) version = 1;
  private poll: ReturnType<typeof setTimeout> | undefined;
  private readonly backtest = new Loading<BacktestView>(this, () =>
    call('GET /api/points/v1/earning-rules/{code}/versions/{version}/backtests/{id}', {
      path: { code: this.code, version: this.version, id: this.chosen() },
    }));
  private readonly onPlace = () => this.follow();

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener(PLACE_CHANGED, this.onPlace);
    void this.updateComplete.then(this.onPlace);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener(PLACE_CHANGED, this.onPlace);
    clearTimeout(this.poll);
  }

  /** Reads it until it has ended. */
  private follow() {
    clearTimeout(this.poll);
    if (this.chosen() === '') {
      return;
    }
    void this.backtest.load().then(() => {
      const found = this.backtest.value;
      if (found?.report) {
        this.dispatchEvent(new CustomEvent('backtest-done', { detail: found.report }));
      } else if (this.isConnected && found && found.status !== 'FAILED' && !this.backtest.problem) {
        this.poll = setTimeout(this.onPlace, POLL_MS);
      }
    });
  }

  override render() {
    return html`<section class="panel" aria-labelledby="backtest-title"><h2 id="backtest-title">${t('backtest.title')}</h2>
      <p class="muted">${t('backtest.what')}</p>
      <backtest-form .subject=${`${this.code}.${this.version}`} .code=${this.code} .version=${this.version} @form-sent=${this.started}></backtest-form>
      ${this.chosen() === '' ? nothing : shown(this.backtest, found => this.state(found))}
    </section>`;
  }

  private state(found: BacktestView) {
    return html`<p role="status"><span class="badge">${tOf('run', found.status)}</span> ${t('backtest.state', { days: found.days, percent: found.progressPercent })}</p>
      ${found.failure ? html`<p class="notice" lang="en">${found.failure}</p>` : nothing}
      ${found.report ? this.report(found.report) : nothing}`;
  }

  private report(report: BacktestReport) {
    return html`<dl class="cards">
        ${figure(t('backtest.facts'), units(report.facts))}
        ${figure(t('backtest.cost'), units(report.cost), t('backtest.cost.def'))}
        ${figure(t('backtest.difference'), change(report.after - report.before), t('backtest.difference.def', { before: units(report.before), after: units(report.after) }))}
        ${figure(t('backtest.winners'), units(report.winners.members), t('backtest.points', { points: change(report.winners.points) }))}
        ${figure(t('backtest.losers'), units(report.losers.members), t('backtest.points', { points: change(-Math.abs(report.losers.points)) }))}
        ${figure(t('backtest.budget'), report.budgetHitOn ?? t('backtest.budget.never'), t('backtest.budget.def'))}
      </dl>
      ${report.facts === 0 ? html`<p class="empty">${t('backtest.none')}</p>` : html`<div class="columns">
        <div><h3>${t('backtest.byTier')}</h3><bar-chart .name=${t('backtest.byTier')} .category=${t('home.level')} .unit=${t('backtest.before')}
          .otherUnit=${t('backtest.after')} file="backtest-by-level" .bars=${report.segments.map(one => ({
            label: one.tier || t('backtest.noTier'), value: one.before, other: one.after,
          }))}></bar-chart></div>
        <div><h3>${t('backtest.byDay')}</h3><bar-chart .name=${t('backtest.byDay')} .category=${t('recall.day')} .unit=${t('backtest.cost')}
          file="backtest-by-day" .bars=${report.days.map(one => ({ label: one.day, value: one.cost }))}></bar-chart></div></div>`}`;
  }

  private readonly started = (event: CustomEvent<BacktestView>) =>
    go(href(`/rules/${this.code}/${this.version}/try`, { backtest: event.detail.id }), 'replace');

  private chosen(): string {
    return place().query.get('backtest') ?? '';
  }
}
