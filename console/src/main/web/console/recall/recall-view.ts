import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { CampaignView, LifecycleView } from '../../shared/api/schema';
import { day, monthEnds, units } from '../../shared/page/format';
import { Pages } from '../../shared/page/pages';
import { href } from '../../shared/page/router';
import { may } from '../../shared/page/user';
import { Loading, View } from '../../shared/page/view';
import { dataTable, type Column } from '../../shared/components/data-table';
import { cannot, listed, shown } from '../../shared/components/states';
import '../../shared/components/bar-chart';
import { t, tOf } from '../i18n/texts';
import './campaign-form';

const MONTHS = 6;

/** How many members are active or gone, month by month, and the campaigns that bring them back. */
@customElement('recall-view')
export class RecallView extends View {
  private readonly months = new Loading<LifecycleView[]>(this, () =>
    Promise.all(monthEnds(MONTHS).map(asOf => call('GET /api/recall/v1/lifecycle', { query: { asOf } }))));
  private readonly campaigns = new Pages<CampaignView>(this, after => call('GET /api/recall/v1/campaigns', { query: { after, limit: 20 } }));

  override connectedCallback() {
    super.connectedCallback();
    if (may('campaigns', 'members-read')) {
      void this.months.load();
    }
    if (may('campaigns')) {
      void this.campaigns.start();
    }
  }

  override render() {
    return html`<div class="page">
      <h1 tabindex="-1">${t('recall.title')}</h1>
      ${may('campaigns', 'members-read')
        ? html`<section class="panel" aria-labelledby="lifecycle-title"><h2 id="lifecycle-title">${t('recall.lifecycle')}</h2>
            <p class="muted">${t('recall.lifecycle.def')}</p>${shown(this.months, months => this.lifecycle(months))}</section>`
        : nothing}
      ${may('campaigns')
        ? html`<section class="panel" aria-labelledby="campaigns-title"><h2 id="campaigns-title">${t('recall.campaigns')}</h2>
            ${listed(this.campaigns, t('recall.first'), items => this.list(items))}</section>
            <campaign-form @form-sent=${() => void this.campaigns.start()}></campaign-form>`
        : cannot('campaigns')}
    </div>`;
  }

  private lifecycle(months: LifecycleView[]) {
    const states = Object.keys(months.at(-1)?.byState ?? {});
    const columns: Column<LifecycleView>[] = [
      { name: t('recall.day'), value: month => month.asOf },
      ...states.map(state => ({
        name: tOf('lifecycle', state), number: true,
        value: (month: LifecycleView) => month.byState[state] ?? 0, show: (month: LifecycleView) => units(month.byState[state] ?? 0),
      })),
      { name: t('home.members'), number: true, value: month => month.members, show: month => units(month.members) },
    ];
    const bars = months.map(month => ({ label: month.asOf, value: month.byState['ACTIVE'] ?? 0, other: (month.byState['DORMANT'] ?? 0) + (month.byState['CHURNED'] ?? 0) }));
    return html`<bar-chart .name=${t('recall.away')} .category=${t('recall.day')} .unit=${t('lifecycle.ACTIVE')} .otherUnit=${t('recall.away')}
        .bars=${bars} file="active-and-away"></bar-chart>
      ${dataTable(t('recall.lifecycle'), 'lifecycle', columns, months)}`;
  }

  private list(items: CampaignView[]) {
    return dataTable<CampaignView>(t('recall.campaigns'), 'campaigns', [
      { name: t('community.name'), value: one => one.name, show: one => html`<a href=${href(`/recall/${one.id}`)}>${one.name}</a>` },
      { name: t('recall.audience'), value: one => one.audience, show: one => tOf('lifecycle', one.audience) },
      { name: t('recall.bonus'), number: true, value: one => one.bonusPoints, show: one => units(one.bonusPoints) },
      { name: t('recall.holdOut'), number: true, value: one => one.holdOutPercent, show: one => `${one.holdOutPercent} %` },
      { name: t('community.created'), value: one => one.createdAt, show: one => day(one.createdAt) },
    ], items);
  }
}
