import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '../../shared/api/problem';
import type { DeadLetterSummary, DeadLetterView } from '../../shared/api/schema';
import { time, units } from '../../shared/page/format';
import { Pages } from '../../shared/page/pages';
import { asProblem, Loading, View } from '../../shared/page/view';
import { refusal, shown, toast } from '../../shared/components/states';
import { t, tOf } from '../i18n/texts';
import { list, redrive, resume, summary, type Service } from './services';

interface Group {
  topic: string;
  reason: string;
  owner: string;
  state: string;
  count: number;
  lastAt: string;
}

/** The dead letters of one service in groups; each opens, and the open ones of a group are redriven together. */
@customElement('dead-letters')
export class DeadLetters extends View {
  @property() service: Service = 'points';
  @state() private open: Group | undefined;
  @state() private problem: Problem | undefined;

  private readonly summary = new Loading<DeadLetterSummary>(this, () => summary(this.service));
  private readonly letters = new Pages<DeadLetterView>(this, after =>
    list(this.service, { topic: this.open?.topic, reason: this.open?.reason, state: this.open?.state, after, limit: 20 }));

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('service')) {
      this.open = undefined;
      void this.summary.load();
    }
  }

  override render() {
    return html`<section class="panel" aria-labelledby="dead-${this.service}">
      <h2 id="dead-${this.service}">${this.service}</h2>
      ${this.problem ? refusal(this.problem) : nothing}
      ${shown(this.summary, found => html`${found.pausedChannels.map(channel => this.paused(channel))}
        ${found.groups.length === 0 ? html`<p class="empty">${t('ops.first')}</p>` : this.table(found.groups)}`)}
    </section>`;
  }

  private paused(channel: { topic: string; reason: string }) {
    return html`<div class="notice"><p>${t('ops.paused', channel)}</p>
      <button type="button" class="plain-button" @click=${() => void this.resume(channel.topic)}>${t('ops.resume')}</button></div>`;
  }

  private table(groups: Group[]) {
    return html`<div class="table" tabindex="0"><table class="stack">
      <thead><tr><th scope="col">${t('ops.topic')}</th><th scope="col">${t('ops.reason')}</th><th scope="col">${t('ops.owner')}</th>
        <th scope="col">${t('approvals.status')}</th><th scope="col" class="number">${t('ops.count')}</th><th scope="col">${t('ops.last')}</th><td></td></tr></thead>
      <tbody>${groups.map(group => this.row(group))}</tbody></table></div>`;
  }

  private row(group: Group) {
    const open = this.open === group;
    return html`<tr>
        <td data-label=${t('ops.topic')}>${group.topic}</td><td class="wide" data-label=${t('ops.reason')}><code>${group.reason}</code></td>
        <td data-label=${t('ops.owner')}>${tOf('owner', group.owner)}</td>
        <td data-label=${t('approvals.status')}><span class="badge">${tOf('status', group.state)}</span></td>
        <td class="number" data-label=${t('ops.count')}>${units(group.count)}</td><td data-label=${t('ops.last')}>${time(group.lastAt)}</td>
        <td><button type="button" class="plain-button" aria-expanded=${open} @click=${() => this.toggle(group)}>${t('ops.show')}</button>
          ${group.state === 'OPEN'
            ? html`<button type="button" class="plain-button" @click=${() => void this.redrive(group)}>${t('ops.redrive')}</button>`
            : nothing}</td>
      </tr>
      ${open ? html`<tr class="detail-row"><td colspan="7">${this.details()}</td></tr>` : nothing}`;
  }

  private details() {
    const { items, next, loading } = this.letters;
    return html`${loading.problem ? refusal(loading.problem, () => void loading.load()) : nothing}
      <ul>${items.map(letter => html`<li><strong>${time(letter.lastAt)}</strong> · <code>${letter.origin}</code>
        · ${letter.eventType ?? ''} · ${t('ops.occurrences', { count: letter.occurrences })}<br><span lang="en">${letter.detail}</span></li>`)}</ul>
      ${loading.pending ? html`<p class="muted" role="status">${t('state.loading')}</p>` : nothing}
      ${next && !loading.pending
        ? html`<button type="button" class="plain-button" @click=${() => void this.letters.more()}>${t('state.more')}</button>`
        : nothing}`;
  }

  private toggle(group: Group) {
    this.open = this.open === group ? undefined : group;
    this.letters.clear();
    if (this.open) {
      void this.letters.start();
    }
  }

  private redrive(group: Group): Promise<void> | undefined {
    const question = t('ops.redrive.confirm', { service: this.service, topic: group.topic, reason: group.reason, count: units(group.count) });
    return window.confirm(question)
      ? this.act(async () => {
          const answer = await redrive(this.service, group.topic, group.reason, crypto.randomUUID());
          toast(t('ops.redriven', { count: units(answer.requested) }));
        })
      : undefined;
  }

  private resume(topic: string): Promise<void> {
    return this.act(async () => {
      await resume(this.service, topic);
      toast(t('ops.resumed'));
    });
  }

  private async act(work: () => Promise<void>): Promise<void> {
    this.problem = undefined;
    try {
      await work();
    } catch (failure) {
      this.problem = asProblem(failure);
    }
    this.open = undefined;
    await this.summary.load();
  }
}
