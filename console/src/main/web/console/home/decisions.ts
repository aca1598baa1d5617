import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { DeadLetterSummary, PageRuleSummaryView, PageProposalView, SealView } from '../../shared/api/schema';
import { percent, units } from '../../shared/page/format';
import { href } from '../../shared/page/router';
import { may } from '../../shared/page/user';
import { Loading, View } from '../../shared/page/view';
import { refusal } from '../../shared/components/states';
import { t } from '../i18n/texts';
import { SERVICES, summary, type Service } from '../operations/services';
import { spentBudgets, type SpentBudget } from './spent-budgets';

/** What waits for a decision: each line leads to where it is made. */
@customElement('home-decisions')
export class Decisions extends View {
  private readonly proposals = new Loading<PageProposalView>(this, () =>
    call('GET /api/points/v1/adjustments/proposals', { query: { status: 'OPEN', limit: 100 } }));
  private readonly seal = new Loading<SealView>(this, () => call('GET /api/points/v1/ledger/seal'));
  private readonly rules = new Loading<PageRuleSummaryView>(this, () =>
    call('GET /api/points/v1/earning-rules/versions', { query: { state: 'PROPOSED', limit: 100 } }));
  private readonly budgets = new Loading<SpentBudget[]>(this, spentBudgets);
  private readonly letters = SERVICES.map((service): [Service, Loading<DeadLetterSummary>] => [
    service, new Loading<DeadLetterSummary>(this, () => summary(service))]);

  override connectedCallback() {
    super.connectedCallback();
    if (may('adjustments')) {
      void this.proposals.load();
    }
    if (may('rules')) {
      void this.rules.load();
      void this.budgets.load();
    }
    if (may('ledger-audit')) {
      void this.seal.load();
    }
    if (may('dead-letters', 'admin')) {
      this.letters.forEach(([, loading]) => void loading.load());
    }
  }

  override render() {
    const parts = [this.proposals, this.rules, this.budgets, this.seal, ...this.letters.map(([, loading]) => loading)];
    const lines = [...this.approvals(), ...this.proposedRules(), ...this.spent(), ...this.sealing(), ...this.letters.flatMap(([service, loading]) => this.deadLetters(service, loading))];
    return html`<section class="panel" aria-label=${t('home.decide')}><h2>${t('home.decide')}</h2>
      ${lines.length > 0 ? html`<ul class="todo">${lines.map(line => html`<li>${line}</li>`)}</ul>` : nothing}
      ${parts.map(part => (part.problem ? refusal(part.problem, () => void part.load()) : nothing))}
      ${lines.length === 0 && parts.every(part => !part.pending && !part.problem)
        ? html`<p class="empty">${t('home.decide.none')}</p>` : nothing}
    </section>`;
  }

  private approvals(): TemplateResult[] {
    const waiting = this.proposals.value?.items.length ?? 0;
    return waiting === 0 ? [] : [html`<a href=${href('/approvals')}>${t('home.approvals')}</a> <span class="badge">${this.proposals.value?.next ? '100+' : waiting}</span>`];
  }

  private proposedRules(): TemplateResult[] {
    const waiting = this.rules.value?.items.length ?? 0;
    return waiting === 0 ? [] : [html`<a href=${href('/rules', { state: 'PROPOSED' })}>${t('home.rules')}</a> <span class="badge">${this.rules.value?.next ? '100+' : waiting}</span>`];
  }

  private spent(): TemplateResult[] {
    return (this.budgets.value ?? []).map(one => html`<a href=${href(`/rules/${one.code}`)}>${t('home.budget', { code: one.code })}</a>
      <span class="badge">${percent(one.share * 1_000_000)}</span>`);
  }

  private sealing(): TemplateResult[] {
    const seal = this.seal.value;
    return !seal || seal.state === 'SEALING' ? [] : [html`${t('home.sealing', { state: seal.trouble ?? seal.state })}`];
  }

  private deadLetters(service: Service, loading: Loading<DeadLetterSummary>): TemplateResult[] {
    const open = (loading.value?.groups ?? []).filter(group => group.state === 'OPEN').reduce((sum, group) => sum + group.count, 0);
    const paused = loading.value?.pausedChannels ?? [];
    const address = href('/operations', { service });
    return [
      ...(open > 0 ? [html`<a href=${address}>${t('home.deadLetters', { service })}</a> <span class="badge">${units(open)}</span>`] : []),
      ...paused.map(channel => html`<a href=${address}>${t('home.paused', { topic: channel.topic })}</a>`),
    ];
  }
}
