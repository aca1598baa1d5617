import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { Problem } from '../../shared/api/problem';
import type { RewardView } from '../../shared/api/schema';
import { Draft } from '../../shared/page/draft';
import { units } from '../../shared/page/format';
import { asProblem } from '../../shared/page/view';
import { refusal } from '../components/parts';
import { t } from '../i18n/texts';
import { MemberView } from '../page/member-view';
import { moment } from '../page/moment';

interface Redemption {
  id: string;
  balanceAfter: number;
  redeemedAt: string;
}

/** Shows what a reward costs and what is left, before it is bought. */
@customElement('redeem-dialog')
export class RedeemDialog extends MemberView {
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private reward: RewardView | undefined;
  @state() private balance: number | undefined;
  @state() private sending = false;
  @state() private problem: Problem | undefined;
  @state() private bought: Redemption | undefined;

  /** @param balance before, if it is known */
  async ask(reward: RewardView, balance: number | undefined): Promise<void> {
    this.reward = reward;
    this.balance = balance;
    this.problem = undefined;
    this.bought = undefined;
    // The buttons must be there to get the focus.
    await this.updateComplete;
    this.dialog.showModal();
  }

  /** While no answer came, the key stays, also when the page is loaded again: the reward is bought once. */
  private async send(reward: RewardView): Promise<void> {
    const draft = new Draft(`redeem.${reward.code}`, {});
    this.sending = true;
    this.problem = undefined;
    try {
      this.bought = (await call('POST /api/points/v1/redemptions', { key: draft.key(), body: { rewardCode: reward.code } })) as unknown as Redemption;
      draft.discard();
      this.dispatchEvent(new CustomEvent('redeemed'));
    } catch (failure) {
      this.problem = asProblem(failure);
      if (!this.problem.isPassing && this.problem.status !== 401) {
        draft.discard();
      }
    } finally {
      this.sending = false;
    }
  }

  override render() {
    const reward = this.reward;
    return html`<dialog aria-labelledby="redeem-title" @close=${() => { this.reward = undefined; }}>
      ${reward ? (this.bought ? this.done(reward, this.bought) : this.question(reward)) : html`<h2 id="redeem-title"></h2>`}
    </dialog>`;
  }

  private question(reward: RewardView) {
    return html`<h2 id="redeem-title">${t('redeem.title', { reward: reward.name })}</h2>
      <dl class="figures">
        <div><dt>${t('redeem.cost')}</dt><dd>${units(reward.cost)}</dd></div>
        ${this.balance === undefined
          ? nothing
          : html`<div><dt>${t('redeem.after')}</dt><dd>${units(this.balance - reward.cost)}</dd></div>`}
      </dl>
      ${this.problem ? refusal(this.problem) : nothing}
      <p class="row"><button type="button" class="main" ?disabled=${this.sending} @click=${() => void this.send(reward)}>
          ${this.problem?.isPassing ? t('redeem.again') : t('redeem.confirm')}</button>
        <button type="button" @click=${() => this.dialog.close()}>${t('form.cancel')}</button></p>`;
  }

  private done(reward: RewardView, bought: Redemption) {
    return html`<h2 id="redeem-title">${t('redeem.done', { reward: reward.name })}</h2>
      <div role="status"><p>${t('redeem.left', { units: units(bought.balanceAfter) })}</p>
        <p class="small">${t('redeem.number')} <code>${bought.id}</code><br>${moment(bought.redeemedAt)}</p></div>
      <p><button type="button" class="main" @click=${() => this.dialog.close()}>${t('form.close')}</button></p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'redeem-dialog': RedeemDialog;
  }
}
