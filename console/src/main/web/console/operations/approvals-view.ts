import '@vaadin/button';
import '@vaadin/text-field';
import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { Problem } from '../../shared/api/problem';
import type { ProposalView } from '../../shared/api/schema';
import { time } from '../../shared/page/format';
import { Pages } from '../../shared/page/pages';
import { go, href, place, PLACE_CHANGED } from '../../shared/page/router';
import { may, subject } from '../../shared/page/user';
import { asProblem, View } from '../../shared/page/view';
import { cannot, refusal, toast } from '../../shared/components/states';
import { t, tOf } from '../i18n/texts';

const STATUSES = ['OPEN', 'APPROVED', 'REJECTED', 'EXPIRED'];

/** What other operators proposed, and the decision about it. A decision is bound to the content that was shown. */
@customElement('approvals-view')
export class ApprovalsView extends View {
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private problem: Problem | undefined;
  @state() private rejected: ProposalView | undefined;
  @state() private reason = '';
  private readonly onPlace = () => void this.pages.start();

  private readonly pages = new Pages<ProposalView>(this, after =>
    call('GET /api/points/v1/adjustments/proposals', { query: { status: this.status(), after, limit: 20 } }));

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener(PLACE_CHANGED, this.onPlace);
    if (may('adjustments')) {
      void this.pages.start();
    }
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener(PLACE_CHANGED, this.onPlace);
  }

  override render() {
    return html`<div class="page">
      <div class="row"><h1 tabindex="-1" class="grow">${t('approvals.title')}</h1>
        ${may('adjustments') ? this.filter() : nothing}</div>
      ${may('adjustments') ? this.list() : cannot('adjustments')}
      ${this.rejection()}
    </div>`;
  }

  private filter() {
    return html`<label class="muted">${t('approvals.status')}
      <select class="plain-select" @change=${(event: Event) => go(href('/approvals', { status: (event.target as HTMLSelectElement).value }), 'replace')}>
        <option value="ALL" ?selected=${this.status() === undefined}>${t('approvals.all')}</option>
        ${STATUSES.map(status => html`<option value=${status} ?selected=${this.status() === status}>${tOf('status', status)}</option>`)}
      </select></label>`;
  }

  private list() {
    const { items, next, loading } = this.pages;
    return html`${this.problem ? refusal(this.problem) : nothing}
      ${loading.problem ? refusal(loading.problem, () => void loading.load()) : nothing}
      ${loading.value && items.length === 0 && !loading.pending ? html`<p class="empty">${t('approvals.first')}</p>` : nothing}
      ${items.length > 0
        ? html`<div class="table" tabindex="0"><table class="stack">
            <thead><tr><th scope="col">${t('approvals.what')}</th><th scope="col">${t('approvals.by')}</th>
              <th scope="col">${t('approvals.at')}</th><th scope="col">${t('approvals.until')}</th><th scope="col">${t('approvals.status')}</th><td></td></tr></thead>
            <tbody>${items.map(proposal => this.row(proposal))}</tbody></table></div>`
        : nothing}
      ${loading.pending ? html`<p class="muted" role="status">${t('state.loading')}</p>` : nothing}
      ${next && !loading.pending
        ? html`<button type="button" class="plain-button" @click=${() => void this.pages.more()}>${t('state.more')}</button>`
        : nothing}`;
  }

  private row(proposal: ProposalView) {
    return html`<tr>
      <td class="wide" data-label=${t('approvals.what')}><strong>${proposal.kind}</strong><pre>${JSON.stringify(proposal.content, null, 2)}</pre></td>
      <td class="wide" data-label=${t('approvals.by')}>${proposal.proposedBy}</td>
      <td data-label=${t('approvals.at')}>${time(proposal.proposedAt)}</td>
      <td data-label=${t('approvals.until')}>${time(proposal.expiresAt)}</td>
      <td data-label=${t('approvals.status')}><span class="badge">${tOf('status', proposal.status)}</span>${proposal.reason ? html`<p class="muted">${proposal.reason}</p>` : nothing}</td>
      <td>${proposal.status === 'OPEN' ? this.decision(proposal) : nothing}</td>
    </tr>`;
  }

  private decision(proposal: ProposalView) {
    return proposal.proposedBy === subject()
      ? html`<span class="muted">${t('approvals.own')}</span>`
      : html`<button type="button" class="plain-button" @click=${() => void this.approve(proposal)}>${t('approvals.approve')}</button>
          <button type="button" class="plain-button" @click=${() => this.askReason(proposal)}>${t('approvals.reject')}</button>`;
  }

  private rejection() {
    return html`<dialog aria-labelledby="reject-title"><form @submit=${this.reject}>
      <h2 id="reject-title">${t('approvals.reject')}</h2>
      <vaadin-text-field label=${t('approvals.reason')} required maxlength="200" .value=${this.reason}
        @input=${(event: Event) => { this.reason = (event.target as HTMLInputElement).value; }}></vaadin-text-field>
      <div class="row"><vaadin-button theme="primary" ?disabled=${this.reason.trim() === ''} @click=${this.reject}>${t('approvals.reject')}</vaadin-button>
        <vaadin-button theme="tertiary" @click=${() => this.dialog.close()}>${t('form.cancel')}</vaadin-button></div>
    </form></dialog>`;
  }

  private askReason(proposal: ProposalView) {
    this.rejected = proposal;
    this.reason = '';
    this.dialog.showModal();
  }

  private approve(proposal: ProposalView): Promise<void> {
    return this.decide('approvals.done', () =>
      call('POST /api/points/v1/adjustments/proposals/{id}/approval', {
        path: { id: proposal.id }, key: `approve-${proposal.id}`, body: { contentHash: proposal.contentHash },
      }));
  }

  private readonly reject = async (event: Event): Promise<void> => {
    event.preventDefault();
    const proposal = this.rejected;
    if (!proposal || this.reason.trim() === '') {
      return;
    }
    this.dialog.close();
    await this.decide('approvals.rejected', () =>
      call('POST /api/points/v1/adjustments/proposals/{id}/rejection', {
        path: { id: proposal.id }, key: crypto.randomUUID(), body: { contentHash: proposal.contentHash, reason: this.reason.trim() },
      }));
  };

  private async decide(done: 'approvals.done' | 'approvals.rejected', request: () => Promise<unknown>): Promise<void> {
    this.problem = undefined;
    try {
      await request();
      toast(t(done));
    } catch (failure) {
      this.problem = asProblem(failure);
    }
    await this.pages.start();
  }

  /** Those that wait, unless the address asks for others. */
  private status(): string | undefined {
    const asked = place().query.get('status') ?? 'OPEN';
    return STATUSES.includes(asked) ? asked : undefined;
  }
}
