import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { PostingExplanationView, StatementLine } from '../../shared/api/schema';
import { change, day, units } from '../../shared/page/format';
import { Loading } from '../../shared/page/view';
import { local, tOf } from '../../shared/i18n/i18n';
import { icon } from '../components/icons';
import { part } from '../components/parts';
import { t } from '../i18n/texts';
import { MemberView } from '../page/member-view';

/** One posting in words; it opens the reason why it was made. */
@customElement('posting-line')
export class PostingLine extends MemberView {
  @property({ attribute: false }) line!: StatementLine;
  @state() private open = false;

  private readonly why = new Loading<PostingExplanationView>(this, () =>
    call('GET /api/points/v1/me/postings/{id}/explanation', { path: { id: this.line.postingId } }));

  override render() {
    const line = this.line;
    const unchanged = line.change === 0;
    return html`<details @toggle=${this.toggle}>
      <summary>
        <span class="what"><strong>${this.what()}</strong>
          <span class="small">${[day(line.occurredAt), line.orderId ? t('statement.order', { order: line.orderId }) : ''].filter(text => text !== '').join(' · ')}</span></span>
        <span class="change ${line.change > 0 ? 'more' : ''}">${unchanged ? t('statement.unchanged', { units: units(line.amount) }) : change(line.change)}
          <span class="small">${t('statement.balance', { units: units(line.balanceAfter) })}</span></span>
        <span class="why">${t('statement.why')}${icon('down')}</span>
      </summary>
      ${this.open ? html`<div class="reason">${part('points', this.why, why => this.reason(why))}</div>` : nothing}
    </details>`;
  }

  private reason(why: PostingExplanationView) {
    return html`<p>${local(why.summary)}</p>
      ${why.steps.length > 0 ? html`<ol>${why.steps.map(step => html`<li>${local(step)}</li>`)}</ol>` : nothing}`;
  }

  /** What happened, rather than how the book calls it. */
  private what(): string {
    const byEvent = this.line.ruleCode ? tOf('event', this.line.causeType) : this.line.causeType;
    return byEvent === this.line.causeType ? tOf('kind', this.line.kind) : byEvent;
  }

  private toggle(event: Event) {
    this.open = (event.target as HTMLDetailsElement).open;
    if (this.open && !this.why.value) {
      void this.why.load();
    }
  }
}
