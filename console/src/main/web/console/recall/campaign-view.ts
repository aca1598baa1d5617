import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { CampaignReport, CampaignView as Campaign, RunView } from '../../shared/api/schema';
import { change, percent, time, units } from '../../shared/page/format';
import { go, href, place, PLACE_CHANGED } from '../../shared/page/router';
import { may } from '../../shared/page/user';
import { Loading, View } from '../../shared/page/view';
import { dataTable } from '../../shared/components/data-table';
import { figure } from '../../shared/components/figure';
import { cannot, shown } from '../../shared/components/states';
import '../../shared/components/bar-chart';
import { t, tOf } from '../i18n/texts';
import './run-form';

const POLL_MS = 2_000;
const PPM = 1_000_000;

interface Arm {
  name: string;
  members: number;
  returned: number;
  rate: number | null;
}

/** What a campaign says, and how many returned of those who got a message and of those who were held out. */
@customElement('campaign-view')
export class CampaignView extends View {
  @property() campaign = '';
  private poll: ReturnType<typeof setTimeout> | undefined;
  private readonly loaded = new Loading<Campaign>(this, () => call('GET /api/recall/v1/campaigns/{id}', { path: { id: this.campaign } }));
  private readonly run = new Loading<RunView>(this, () =>
    call('GET /api/recall/v1/campaigns/{id}/runs/{runId}', { path: { id: this.campaign, runId: this.runId() } }));
  private readonly onPlace = () => this.follow();

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener(PLACE_CHANGED, this.onPlace);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener(PLACE_CHANGED, this.onPlace);
    clearTimeout(this.poll);
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('campaign') && may('campaigns')) {
      void this.loaded.load();
      this.follow();
    }
  }

  /** Reads the run of the address until it has ended. */
  private follow() {
    clearTimeout(this.poll);
    if (this.runId() === '') {
      return;
    }
    void this.run.load().then(() => {
      if (this.isConnected && ['PENDING', 'RUNNING'].includes(this.run.value?.state ?? '')) {
        this.poll = setTimeout(this.onPlace, POLL_MS);
      } else {
        void this.loaded.load();
      }
    });
  }

  override render() {
    const found = this.loaded.value;
    return html`<div class="page">
      <div class="row"><h1 tabindex="-1" class="grow">${found?.name ?? t('recall.campaign')}</h1><a href=${href('/recall')}>${t('recall.back')}</a></div>
      ${may('campaigns') ? shown(this.loaded, campaign => this.whole(campaign)) : cannot('campaigns')}
    </div>`;
  }

  private whole(campaign: Campaign) {
    return html`${campaign.report ? this.report(campaign, campaign.report) : nothing}
      <section class="panel" aria-labelledby="message-title"><h2 id="message-title">${t('recall.message')}</h2>
        <blockquote class="text"><strong>${campaign.subject}</strong><br>${campaign.body}</blockquote>
        <p class="muted">${t('recall.terms', { bonus: units(campaign.bonusPoints), days: campaign.validDays, share: campaign.holdOutPercent })}</p></section>
      <section class="panel" aria-labelledby="run-title"><h2 id="run-title">${t('recall.run')}</h2>
        ${this.runId() === '' ? nothing : shown(this.run, run => this.progress(run))}
        <run-form .subject=${this.campaign} @form-sent=${this.started}></run-form></section>`;
  }

  private report(campaign: Campaign, report: CampaignReport) {
    const arms: Arm[] = [
      { name: t('recall.treated'), members: report.treated, returned: report.treatedReturned, rate: report.treatedReturnRate },
      { name: t('recall.heldOut'), members: report.heldOut, returned: report.heldOutReturned, rate: report.heldOutReturnRate },
    ];
    const rate = (value: number | null) => (value === null || value === undefined ? '–' : percent(value * PPM));
    const uplift = report.treatedReturnRate === null || report.heldOutReturnRate === null
      ? '–' : t('recall.points', { points: change(Math.round((report.treatedReturnRate - report.heldOutReturnRate) * 1_000) / 10) });
    return html`<section class="panel" aria-labelledby="arms-title"><h2 id="arms-title">${t('recall.arms')}</h2>
      ${report.eligible === 0 ? html`<p class="empty">${t('recall.arms.first')}</p>` : html`
        <dl class="cards">
          ${figure(t('recall.eligible'), units(report.eligible), t('recall.eligible.def'))}
          ${figure(t('recall.uplift'), uplift, t('recall.uplift.def'))}
          ${figure(t('recall.cost'), units(report.treatedReturned * campaign.bonusPoints), t('recall.cost.def'))}
          ${figure(t('recall.contacted'), units(report.contacted), t('recall.contacted.def', {
            pending: units(report.pending), failed: units(report.failed), cancelled: units(report.cancelled), unknown: units(report.unknown),
          }))}
        </dl>
        <bar-chart .name=${t('recall.returns')} .category=${t('recall.arm')} .unit=${t('recall.rate')} file="returns"
          .format=${(value: number) => percent(value * PPM)} .bars=${arms.map(arm => ({ label: arm.name, value: arm.rate ?? 0 }))}></bar-chart>
        ${dataTable<Arm>(t('recall.arms'), 'arms', [
          { name: t('recall.arm'), value: arm => arm.name },
          { name: t('home.members'), number: true, value: arm => arm.members, show: arm => units(arm.members) },
          { name: t('recall.returned'), number: true, value: arm => arm.returned, show: arm => units(arm.returned) },
          { name: t('recall.rate'), number: true, value: arm => arm.rate, show: arm => rate(arm.rate) },
        ], arms)}`}
    </section>`;
  }

  private progress(run: RunView) {
    return html`<p role="status"><span class="badge">${tOf('run', run.state)}</span>
        ${t('recall.run.state', { day: run.asOf, percent: run.progressPercent, time: time(run.requestedAt) })}</p>
      <progress max="100" value=${run.progressPercent} aria-label=${t('recall.run')}></progress>
      ${run.reason ? html`<p class="notice" lang="en">${run.reason}</p>` : nothing}
      <p class="muted">${t('recall.run.result', {
        eligible: units(run.eligible), treated: units(run.treated), heldOut: units(run.heldOut), already: units(run.alreadyIn),
      })}</p>`;
  }

  private readonly started = (event: CustomEvent<RunView>) =>
    go(href(`/recall/${this.campaign}`, { run: event.detail.runId }), 'replace');

  private runId(): string {
    return place().query.get('run') ?? '';
  }
}
