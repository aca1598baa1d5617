import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { CampaignReportView } from '../../shared/api/schema';
import { percent, units } from '../../shared/page/format';
import { Loading, View } from '../../shared/page/view';
import { figure } from '../../shared/components/figure';
import { shown } from '../../shared/components/states';
import { t, tOf } from '../i18n/texts';

/** How far a campaign is: its goal, what it paid, and what is left of its budget. */
@customElement('campaign-report')
export class CampaignReport extends View {
  @property() code = '';
  @property({ type: Number }) version = 1;
  private readonly report = new Loading<CampaignReportView>(this, () =>
    call('GET /api/points/v1/earning-rules/{code}/versions/{version}/report', { path: { code: this.code, version: this.version } }));

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('code') || changed.has('version')) {
      void this.report.load();
    }
  }

  override render() {
    return shown(this.report, found => html`<dl class="cards">
      ${figure(t('campaign.spent'), units(found.spent), t('campaign.spent.def'))}
      ${found.budget ? figure(t('rule.budget'), units(found.budget), t('campaign.left', { units: units(found.budget - found.spent) })) : nothing}
      ${figure(t('campaign.times'), units(found.times))}
      ${found.goal
        ? figure(t('campaign.goal'), percent((found.progress / found.goal.target) * 1_000_000),
            t('campaign.goal.def', { progress: units(found.progress), target: units(found.goal.target), metric: tOf('metric', found.goal.metric) }))
        : nothing}
    </dl>`);
  }
}
