import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { RewardView } from '../../shared/api/schema';
import { units } from '../../shared/page/format';
import { Loading } from '../../shared/page/view';
import { icon } from '../components/icons';
import { empty, part } from '../components/parts';
import { t } from '../i18n/texts';
import { MemberView } from '../page/member-view';
import './redeem-dialog';

/** The catalogue: what the points can buy. */
@customElement('rewards-view')
export class RewardsView extends MemberView {
  private readonly rewards = new Loading(this, () => call('GET /api/points/v1/rewards'));
  private readonly balance = new Loading(this, () => call('GET /api/points/v1/me/balance'));

  override connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  private readonly load = () => {
    void this.rewards.load();
    void this.balance.load();
  };

  override render() {
    const balance = this.balance.value?.balance;
    return html`<div class="page">
      <h1 tabindex="-1">${t('nav.rewards')}</h1>
      ${balance === undefined ? nothing : html`<p class="lead">${t('rewards.balance', { units: units(balance) })}</p>`}
      ${part('points', this.rewards, rewards => rewards.length > 0
        ? html`<ul class="plain rewards">${rewards.map(reward => this.reward(reward, balance))}</ul>`
        : empty(t('rewards.none')))}
      <redeem-dialog @redeemed=${this.load}></redeem-dialog>
    </div>`;
  }

  private reward(reward: RewardView, balance: number | undefined) {
    const gone = reward.stock === 0;
    const lacking = balance === undefined ? 0 : reward.cost - balance;
    const id = `reward-${reward.code}`;
    return html`<li class="panel reward">
      <span class="tile">${icon('rewards')}</span>
      <h2 id=${id}>${reward.name}</h2>
      <p class="cost">${t('rewards.cost', { units: units(reward.cost) })}</p>
      <p class="small">${gone
        ? t('rewards.gone')
        : lacking > 0
          ? t('rewards.lacking', { units: units(lacking) })
          : reward.stock === null || reward.stock === undefined ? t('rewards.unlimited') : t('rewards.stock', { units: units(reward.stock) })}</p>
      <button type="button" class="main" ?disabled=${gone || lacking > 0} aria-describedby=${id}
        @click=${() => void this.querySelector('redeem-dialog')?.ask(reward, balance)}>${t('rewards.redeem')}</button>
    </li>`;
  }
}
