import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { ExpiredMonth, LedgerSummaryView, LevelView, LiabilityView, LifecycleView, SummaryView } from '../../shared/api/schema';
import { money, today, units, yearUntilToday } from '../../shared/page/format';
import { may } from '../../shared/page/user';
import { Loading, View } from '../../shared/page/view';
import { shown } from '../../shared/components/states';
import { figure } from '../../shared/components/figure';
import '../../shared/components/bar-chart';
import { local } from '../../shared/i18n/i18n';
import { t, tOf } from '../i18n/texts';
import './decisions';

interface Standing {
  summary: SummaryView;
  levels: LevelView[];
}

/** What needs a decision, and how the programme is doing. Each part is asked by itself, so that one service that is away hides no other. */
@customElement('home-view')
export class HomeView extends View {
  private readonly ledger = new Loading<LedgerSummaryView>(this, () => call('GET /api/points/v1/ledger/summary'));
  private readonly liability = new Loading<LiabilityView>(this, () => call('GET /api/points/v1/liability'));
  private readonly expired = new Loading<ExpiredMonth[]>(this, () => call('GET /api/points/v1/liability/expired', { query: yearUntilToday() }));
  private readonly levels = new Loading<Standing>(this, async () => {
    const [summary, levels] = await Promise.all([call('GET /api/tier/v1/summary'), call('GET /api/tier/v1/levels')]);
    return { summary, levels };
  });
  private readonly lifecycle = new Loading<LifecycleView>(this, () => call('GET /api/recall/v1/lifecycle', { query: { asOf: today() } }));

  override connectedCallback() {
    super.connectedCallback();
    if (may('ledger-audit')) {
      void this.ledger.load();
      void this.liability.load();
      void this.expired.load();
    }
    if (may('members-read')) {
      void this.levels.load();
    }
    if (may('members-read', 'campaigns')) {
      void this.lifecycle.load();
    }
  }

  override render() {
    return html`<div class="page">
      <h1 tabindex="-1">${t('home.title')}</h1>
      <home-decisions></home-decisions>
      ${may('ledger-audit') ? this.points() : nothing}
      <div class="columns">
        ${may('members-read') ? part(t('home.levels'), shown(this.levels, found => this.byLevel(found))) : nothing}
        ${may('members-read', 'campaigns') ? part(t('home.lifecycle'), shown(this.lifecycle, found => this.byState(found))) : nothing}
        ${may('ledger-audit') ? part(t('home.expired'), shown(this.expired, found => this.byMonth(found))) : nothing}
      </div>
    </div>`;
  }

  private points() {
    return html`<section aria-label=${t('home.points')}>
      ${shown(this.ledger, found => html`<dl class="cards">
        ${figure(t('home.members'), units(found.members))}
        ${figure(t('home.issued'), units(found.issued), t('home.issued.def'))}
        ${figure(t('home.redeemed'), units(found.redeemed), t('home.redeemed.def'))}
        ${figure(t('home.clawedBack'), units(found.clawedBack), t('home.clawedBack.def'))}
        ${this.liability.value ? this.owed(this.liability.value) : nothing}
      </dl>`)}
      ${this.liability.problem ? shown(this.liability, () => nothing) : nothing}
    </section>`;
  }

  private owed(found: LiabilityView) {
    return html`${figure(t('home.outstanding'), units(found.outstanding), t('home.outstanding.def'))}
      ${figure(t('home.liability'), money(found.liabilityMinor, found.currency), t('home.liability.def'))}`;
  }

  private byLevel({ summary, levels }: Standing) {
    const bars = levels.map(level => ({ label: local(level.names), value: summary.byLevel[level.code] ?? 0 }));
    return html`<bar-chart .name=${t('home.levels')} .category=${t('home.level')} .unit=${t('home.count')} .bars=${bars}></bar-chart>`;
  }

  private byState(found: LifecycleView) {
    const bars = Object.entries(found.byState).map(([state, value]) => ({ label: tOf('lifecycle', state), value }));
    return html`<bar-chart .name=${t('home.lifecycle')} .category=${t('home.state')} .unit=${t('home.count')} .bars=${bars}></bar-chart>`;
  }

  private byMonth(found: ExpiredMonth[]) {
    const bars = found.map(month => ({ label: month.month, value: month.points }));
    return bars.length === 0
      ? html`<p class="empty">${t('state.none')}</p>`
      : html`<bar-chart .name=${t('home.expired')} .category=${t('home.month')} .unit=${t('home.units')} .bars=${bars}></bar-chart>`;
  }
}

function part(name: string, content: unknown): TemplateResult {
  return html`<section class="panel" aria-label=${name}><h2>${name}</h2>${content}</section>`;
}
