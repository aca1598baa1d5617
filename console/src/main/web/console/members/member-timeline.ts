import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { address, call } from '../../shared/api/client';
import type { StatementLine } from '../../shared/api/schema';
import { change, time, units } from '../../shared/page/format';
import { Pages } from '../../shared/page/pages';
import { may } from '../../shared/page/user';
import { View } from '../../shared/page/view';
import { refusal } from '../../shared/components/states';
import { t, tOf } from '../i18n/texts';
import './posting-why';
import './reverse-dialog';

const STATEMENT = '/api/points/v1/members/{reference}/statement';
/** Kinds that only follow from another posting: reverse that one. */
const NOT_REVERSIBLE = new Set(['CONFIRMED', 'HELD', 'RELEASED', 'EXPIRED', 'CLAWED_BACK', 'PENDING_CLAWED_BACK', 'REINSTATED', 'RETURNED']);

/** Something that happened to a member besides postings. */
export interface TimelineEntry {
  at: string;
  kind: string;
  text: string;
  link?: string;
}

/** The postings of a member, newest first, each with the reason why it was made, and between them what else happened. */
@customElement('member-timeline')
export class MemberTimeline extends View {
  @property() reference = '';
  @property() until: string | undefined;
  @property({ attribute: false }) others: TimelineEntry[] = [];
  @state() private open: string | undefined;

  private readonly pages = new Pages<StatementLine>(this, after =>
    call(`GET ${STATEMENT}`, { path: { reference: this.reference }, query: { until: this.until, after, limit: 20 } }));

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('reference') || changed.has('until')) {
      this.open = undefined;
      this.pages.clear();
      void this.pages.start();
    }
  }

  reload(): Promise<void> {
    return this.pages.start();
  }

  override render() {
    const { items, next, loading } = this.pages;
    return html`<section aria-labelledby="timeline-title">
      <div class="row"><h2 id="timeline-title" class="grow">${t('member.timeline')}</h2>
        <a href=${address(`${STATEMENT}.csv`, { reference: this.reference }, { until: this.until })} download>${t('member.csv')}</a></div>
      ${items.length > 0 || (loading.value && this.shownOthers().length > 0) ? this.table(items) : nothing}
      ${loading.problem ? refusal(loading.problem, () => void loading.load()) : nothing}
      ${loading.value && items.length === 0 && this.shownOthers().length === 0 && !loading.pending ? html`<p class="empty">${t('member.timeline.none')}</p>` : nothing}
      ${loading.pending ? html`<p class="muted" role="status">${t('state.loading')}</p>` : nothing}
      ${next && !loading.pending
        ? html`<button type="button" class="plain-button" @click=${() => void this.pages.more()}>${t('state.more')}</button>`
        : nothing}
      <reverse-dialog .subject=${this.reference}></reverse-dialog>
    </section>`;
  }

  private table(items: StatementLine[]) {
    return html`<div class="table" tabindex="0"><table class="stack">
      <thead><tr>
        <th scope="col">${t('line.time')}</th><th scope="col">${t('line.kind')}</th><th scope="col" class="number">${t('line.change')}</th>
        <th scope="col" class="number">${t('line.balance')}</th><th scope="col">${t('line.cause')}</th><th scope="col">${t('line.why')}</th>
      </tr></thead>
      <tbody>${this.rows(items)}</tbody>
    </table></div>`;
  }

  private rows(items: StatementLine[]) {
    const others = this.shownOthers();
    const rows = items.flatMap(line => {
      const later = others.findIndex(one => Date.parse(one.at) < Date.parse(line.occurredAt));
      return [...others.splice(0, later < 0 ? others.length : later).map(one => this.other(one)), this.row(line)];
    });
    return [...rows, ...others.map(one => this.other(one))];
  }

  /** Those of the time that is loaded, the newest first. */
  private shownOthers(): TimelineEntry[] {
    const last = this.pages.next ? this.pages.items.at(-1)?.occurredAt : undefined;
    const from = last ? Date.parse(last) : -Infinity;
    const until = this.until ? Date.parse(this.until) : Infinity;
    return this.others
      .filter(one => Date.parse(one.at) >= from && Date.parse(one.at) <= until)
      .sort((one, two) => Date.parse(two.at) - Date.parse(one.at));
  }

  private other(entry: TimelineEntry) {
    return html`<tr><td data-label=${t('line.time')}>${time(entry.at)}</td>
      <td data-label=${t('line.kind')}><span class="badge">${entry.kind}</span></td><td colspan="4" class="wide">${entry.link ? html`<a href=${entry.link}>${entry.text}</a>` : entry.text}</td></tr>`;
  }

  private row(line: StatementLine) {
    const open = this.open === line.postingId;
    return html`<tr>
        <td data-label=${t('line.time')}>${time(line.occurredAt)}</td>
        <td data-label=${t('line.kind')}>${tOf('kind', line.kind)}</td>
        <td class="number" data-label=${t('line.change')} title=${line.change === 0 ? t('line.moved', { amount: units(line.amount) }) : nothing}>
          ${line.change === 0 ? `(${units(line.amount)})` : change(line.change)}</td>
        <td class="number" data-label=${t('line.balance')}>${units(line.balanceAfter)}</td>
        <td class="wide" data-label=${t('line.cause')}>${this.cause(line)}</td>
        <td><button type="button" class="plain-button" aria-expanded=${open} @click=${() => this.toggle(line.postingId)}>
            ${open ? t('line.hideWhy') : t('line.why')}</button>
          ${may('adjustments') && !this.until && !line.reverses && !NOT_REVERSIBLE.has(line.kind)
            ? html`<button type="button" class="plain-button" @click=${() => this.querySelector('reverse-dialog')?.ask(line)}>${t('member.reverse')}</button>`
            : nothing}</td>
      </tr>
      ${open
        ? html`<tr class="detail-row"><td colspan="6">
            <posting-why .reference=${this.reference} .postingId=${line.postingId} .orderId=${line.orderId ?? undefined}></posting-why></td></tr>`
        : nothing}`;
  }

  private cause(line: StatementLine): string {
    return [
      line.ruleCode ? t('line.rule', { rule: line.ruleCode, version: line.ruleVersion ?? '' }) : '',
      line.orderId ? t('line.order', { order: line.orderId }) : '',
      line.actor ? t('line.byHand', { actor: line.actor }) : '',
      line.note ?? '',
    ].filter(part => part !== '').join(' · ') || line.causeType;
  }

  private toggle(postingId: string) {
    this.open = this.open === postingId ? undefined : postingId;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'member-timeline': MemberTimeline;
  }
}
