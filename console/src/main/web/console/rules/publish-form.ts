import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { BacktestReport, RuleView } from '../../shared/api/schema';
import { change, time, units } from '../../shared/page/format';
import { timeField } from '../forms/fields';
import { SentForm } from '../forms/sent-form';
import { t } from '../i18n/texts';
import { isCampaign } from './definition';

/** Publishes a draft, or proposes it to a second operator. Only with a backtest that was seen. */
@customElement('publish-form')
export class PublishForm extends SentForm<{ from: string }> {
  @property({ attribute: false }) rule!: RuleView;
  @property({ attribute: false }) report: BacktestReport | undefined;
  protected readonly form = 'publish';
  protected readonly empty = { from: '' };

  protected isValid(): boolean {
    return this.report !== undefined && !Number.isNaN(Date.parse(this.value.from));
  }

  protected send(): Promise<unknown> {
    return call('PUT /api/points/v1/earning-rules/{code}/versions/{version}/publication', {
      path: { code: this.rule.code, version: this.rule.version }, body: { effectiveFrom: new Date(this.value.from).toISOString() },
    });
  }

  override render() {
    const proposed = this.rule.status === 'PROPOSED';
    return html`<section class="panel" aria-labelledby="publish-title"><h2 id="publish-title">${t('publish.title')}</h2>
      ${proposed
        ? html`<p>${t('publish.proposed', { by: this.rule.publication?.proposedBy ?? '', until: time(this.rule.publication?.expiresAt) })}</p>`
        : this.report === undefined
          ? html`<p class="notice info">${t('publish.first')}</p>`
          : html`<form aria-labelledby="publish-title" @submit=${this.submit}>
              <p>${t('publish.seen', { cost: units(this.report.cost), difference: change(this.report.after - this.report.before) })}</p>
              ${isCampaign(this.rule.definition) && !this.rule.definition.goal ? html`<p class="notice info">${t('publish.goal')}</p>` : nothing}
              ${timeField({ label: t('publish.from'), type: 'datetime-local', required: true, value: this.value.from, hint: t('publish.from.hint'), change: from => this.set({ from }) })}
              ${this.ending(t('publish.start'))}
            </form>`}
    </section>`;
  }
}
