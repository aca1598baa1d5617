import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { BalanceView, StatementLine } from '../../shared/api/schema';
import { units } from '../../shared/page/format';
import { Pages } from '../../shared/page/pages';
import { Loading } from '../../shared/page/view';
import { empty, missing, part, refusal, waiting } from '../components/parts';
import { t } from '../i18n/texts';
import { elder } from '../page/elder';
import { MemberView } from '../page/member-view';
import { lastDay } from '../page/moment';
import './posting-line';
import { upcoming } from './upcoming';

/** All points of the member: what can be spent, what will happen to them, and each posting with its reason. */
@customElement('points-view')
export class PointsView extends MemberView {
  private readonly balance = new Loading(this, () => call('GET /api/points/v1/me/balance'));
  private readonly forecast = new Loading(this, () => call('GET /api/points/v1/me/forecast'));
  private readonly lines = new Pages<StatementLine>(this, after => call('GET /api/points/v1/me/statement', { query: { after, limit: 20 } }));

  override connectedCallback() {
    super.connectedCallback();
    void this.balance.load();
    void this.forecast.load();
    void this.lines.start();
  }

  override render() {
    return html`<div class="page">
      <h1 tabindex="-1">${t('nav.points')}</h1>
      <div class="columns">
        <div class="stack">
          <section class="panel" aria-labelledby="balance-title"><h2 id="balance-title">${t('balance.title')}</h2>
            ${part('points', this.balance, balance => this.summary(balance))}</section>
          ${elder()
            ? nothing
            : html`<section class="panel" aria-labelledby="upcoming-title"><h2 id="upcoming-title">${t('upcoming.title')}</h2>
                ${part('points', this.forecast, lines => lines.length > 0 ? upcoming(lines.slice(0, 12)) : empty(t('upcoming.none')))}</section>`}
        </div>
        ${this.statement()}
      </div>
    </div>`;
  }

  private summary(balance: BalanceView) {
    return html`<dl class="figures">
      <div><dt>${t('balance.available')}</dt><dd class="large">${units(balance.balance)}</dd><dd class="small">${t('balance.available.def')}</dd></div>
      ${balance.pending > 0 || !elder()
        ? html`<div><dt>${t('balance.pending.title')}</dt><dd>${units(balance.pending)}</dd><dd class="small">${t('balance.pending.def')}</dd></div>`
        : nothing}
      ${balance.held > 0
        ? html`<div><dt>${t('balance.held.title')}</dt><dd>${units(balance.held)}</dd><dd class="small">${t('balance.held.def')}</dd></div>`
        : nothing}
      <div><dt>${t('balance.next')}</dt><dd>${balance.expiresNext ? lastDay(balance.expiresNext) : t('balance.next.none')}</dd></div>
    </dl>`;
  }

  private statement() {
    const { items, next, loading } = this.lines;
    return html`<section class="panel" aria-labelledby="statement-title">
      <h2 id="statement-title">${t('statement.title')}</h2>
      ${items.length > 0
        ? html`<ul class="plain statement">${items.map(line => html`<li><posting-line .line=${line}></posting-line></li>`)}</ul>`
        : nothing}
      ${loading.problem
        ? loading.problem.isPassing ? missing('points', () => void loading.load()) : refusal(loading.problem)
        : loading.value && items.length === 0 ? empty(t('statement.none')) : nothing}
      ${loading.pending ? waiting() : nothing}
      <p class="row">${next && !loading.pending
        ? html`<button type="button" @click=${() => void this.lines.more()}>${t('state.more')}</button>`
        : nothing}
        ${items.length > 0 && !elder()
          ? html`<a href="/api/points/v1/me/statement.csv" download="statement.csv" target="_self">${t('statement.csv')}</a>`
          : nothing}</p>
    </section>`;
  }
}
