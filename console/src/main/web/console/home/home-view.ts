import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { LevelView, LiabilityDayView, LifecycleView, SummaryView } from '../../shared/api/schema';
import { money, monthUntilTomorrow, time, today, units } from '../../shared/page/format';
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
  private readonly days = new Loading<LiabilityDayView[]>(this, () => call('GET /api/points/v1/liability/days', { query: monthUntilTomorrow() }));
  private readonly levels = new Loading<Standing>(this, async () => {
    const [summary, levels] = await Promise.all([call('GET /api/tier/v1/summary'), call('GET /api/tier/v1/levels')]);
    return { summary, levels };
  });
  private readonly lifecycle = new Loading<LifecycleView>(this, () => call('GET /api/recall/v1/lifecycle', { query: { asOf: today() } }));

  override connectedCallback() {
    super.connectedCallback();
    if (may('ledger-audit')) {
      void this.days.load();
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
      </div>
      ${may('ledger-audit') ? html`<div class="columns">
        ${part(t('home.course'), shown(this.days, found => this.course(found)))}
        ${part(t('home.expiredCourse'), shown(this.days, found => this.expired(found)))}
        ${part(t('home.liabilityCourse'), shown(this.days, found => this.liability(found)))}
      </div>` : nothing}
    </div>`;
  }

  private points() {
    return html`<section aria-label=${t('home.points')}>
      ${shown(this.days, found => found.length === 0
        ? html`<p class="empty">${t('home.points.none')}</p>`
        : this.figures(found[found.length - 1]!))}
    </section>`;
  }

  private figures(now: LiabilityDayView) {
    return html`<dl class="cards">
        ${figure(t('home.issued'), units(now.issued), t('home.issued.def'))}
        ${figure(t('home.redeemed'), units(now.redeemed), t('home.redeemed.def'))}
        ${figure(t('home.clawedBack'), units(now.clawedBack), t('home.clawedBack.def'))}
        ${figure(t('home.expiredAll'), units(now.expired), t('home.expiredAll.def'))}
        ${figure(t('home.outstanding'), units(now.outstanding), t('home.outstanding.def'))}
        ${figure(t('home.liability'), money(now.liabilityMinor, now.currency), t('home.liability.def'))}
      </dl>
      <p class="muted">${t('home.asOf', { time: time(now.takenAt) })}</p>`;
  }

  private course(days: LiabilityDayView[]) {
    const bars = changes(days).map(({ day, before }) => ({
      label: day.day, value: day.issued - before.issued, other: day.redeemed - before.redeemed,
    }));
    return bars.length === 0
      ? html`<p class="empty">${t('home.course.none')}</p>`
      : html`<bar-chart .name=${t('home.course')} .category=${t('home.day')} .unit=${t('home.issuedByDay')} .otherUnit=${t('home.redeemedByDay')} .bars=${bars}></bar-chart>`;
  }

  private expired(days: LiabilityDayView[]) {
    const bars = changes(days).map(({ day, before }) => ({ label: day.day, value: day.expired - before.expired }));
    return bars.length === 0
      ? html`<p class="empty">${t('home.course.none')}</p>`
      : html`<bar-chart .name=${t('home.expiredCourse')} .category=${t('home.day')} .unit=${t('home.units')} .bars=${bars}></bar-chart>`;
  }

  private liability(days: LiabilityDayView[]) {
    const currency = days[days.length - 1]?.currency ?? 'CNY';
    const bars = days.filter(day => day.currency === currency).map(day => ({ label: day.day, value: day.liabilityMinor }));
    return bars.length === 0
      ? html`<p class="empty">${t('state.none')}</p>`
      : html`<bar-chart .name=${t('home.liabilityCourse')} .category=${t('home.day')} .unit=${t('home.liability')} .bars=${bars}
          .format=${(minor: number) => money(minor, currency)}></bar-chart>`;
  }

  private byLevel({ summary, levels }: Standing) {
    const bars = levels.map(level => ({ label: local(level.names), value: summary.byLevel[level.code] ?? 0 }));
    return html`<dl class="cards">${figure(t('home.members'), units(summary.members))}</dl>
      <bar-chart .name=${t('home.levels')} .category=${t('home.level')} .unit=${t('home.count')} .bars=${bars}></bar-chart>`;
  }

  private byState(found: LifecycleView) {
    const bars = Object.entries(found.byState).map(([state, value]) => ({ label: tOf('lifecycle', state), value }));
    return html`<bar-chart .name=${t('home.lifecycle')} .category=${t('home.state')} .unit=${t('home.count')} .bars=${bars}></bar-chart>`;
  }
}

function part(name: string, content: unknown): TemplateResult {
  return html`<section class="panel" aria-label=${name}><h2>${name}</h2>${content}</section>`;
}

/** Each day but the first beside the day before for which there are figures. */
function changes(days: LiabilityDayView[]): { day: LiabilityDayView; before: LiabilityDayView }[] {
  return days.slice(1).map((day, index) => ({ day, before: days[index]! }));
}
