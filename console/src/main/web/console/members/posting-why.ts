import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { EventExplanation, OrderExplanationView, PostingExplanationView, RuleExplanation } from '../../shared/api/schema';
import { time, units } from '../../shared/page/format';
import { href } from '../../shared/page/router';
import { Loading, View } from '../../shared/page/view';
import { shown } from '../../shared/components/states';
import { local, t } from '../i18n/texts';

/** Why a posting was made: the rule, the arithmetic and the event; for an order also why other rules did not pay. */
@customElement('posting-why')
export class PostingWhy extends View {
  @property() reference = '';
  @property() postingId = '';
  @property() orderId: string | undefined;

  private readonly posting = new Loading<PostingExplanationView>(this, () =>
    call('GET /api/points/v1/members/{reference}/postings/{id}/explanation', { path: { reference: this.reference, id: this.postingId } }));
  private readonly order = new Loading<OrderExplanationView>(this, () =>
    call('GET /api/points/v1/members/{reference}/orders/{orderId}/explanation', { path: { reference: this.reference, orderId: this.orderId ?? '' } }));

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('postingId')) {
      void this.posting.load();
      if (this.orderId) {
        void this.order.load();
      }
    }
  }

  override render() {
    return html`${shown(this.posting, why => html`
        <p><strong>${local(why.summary)}</strong></p>
        ${why.steps.length > 0
          ? html`<p class="muted">${t('why.steps')}</p><ol>${why.steps.map(step => html`<li>${local(step)}</li>`)}</ol>`
          : nothing}
        ${why.ruleCode ? html`<p><a href=${href(`/rules/${why.ruleCode}`)}>${t('line.rule', { rule: why.ruleCode, version: why.ruleVersion ?? '' })}</a></p>` : nothing}
        ${why.fact
          ? html`<details><summary>${t('why.event')}: ${why.fact.factType}, ${time(why.fact.occurredAt)}</summary>
              <pre>${JSON.stringify({ data: why.fact.data, member: why.fact.member }, null, 2)}</pre></details>`
          : nothing}`)}
      ${this.orderId
        ? html`<details><summary>${t('why.order', { order: this.orderId })}</summary>
            ${shown(this.order, order => html`${order.facts.map(fact => this.event(fact))}`)}</details>`
        : nothing}`;
  }

  private event(fact: EventExplanation) {
    return html`<p class="muted">${fact.fact.factType}, ${time(fact.fact.occurredAt)}</p>
      <ul>${fact.rules.map(rule => this.rule(rule))}</ul>`;
  }

  private rule(rule: RuleExplanation) {
    return html`<li><code>${rule.code}</code> v${rule.version}:
      ${rule.paid ? t('why.paid', { points: units(rule.points) }) : t('why.notPaid')} – ${local(rule.summary)}</li>`;
  }
}
