import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { OfferView } from '../../shared/api/schema';
import { day, units } from '../../shared/page/format';
import { href } from '../../shared/page/router';
import { Loading } from '../../shared/page/view';
import { local, tOf } from '../../shared/i18n/i18n';
import { empty, missing, refusal, waiting } from '../components/parts';
import { t } from '../i18n/texts';
import { elder } from '../page/elder';
import { isMissing, loadMe, type Me, type Service } from '../page/me';
import { MemberView } from '../page/member-view';
import { progress } from '../level/progress';
import { upcoming } from '../points/upcoming';
import './check-in';

/** The first screen: what one has, what expires next, the level, the check-in and the offers. */
@customElement('home-view')
export class HomeView extends MemberView {
  /** Of the member, once it is known. */
  @property() name = '';

  private readonly me = new Loading(this, loadMe);
  private readonly forecast = new Loading(this, () => call('GET /api/points/v1/me/forecast'));
  private readonly roadmap = new Loading(this, () => call('GET /api/tier/v1/me/roadmap'));

  override connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  private readonly load = () => {
    void this.me.load();
    void this.forecast.load();
    void this.roadmap.load();
  };

  override render() {
    const me = this.me.value;
    return html`<div class="page">
      <h1 tabindex="-1">${this.name ? t('home.hello', { name: this.name }) : t('nav.home')}</h1>
      ${this.me.problem ? this.failed(this.me.problem) : me === undefined ? waiting() : this.parts(me)}
    </div>`;
  }

  private failed(problem: NonNullable<typeof this.me.problem>) {
    return html`${refusal(problem)}<p><button type="button" class="main" @click=${this.load}>${t('state.retry')}</button></p>`;
  }

  private parts(me: Me): TemplateResult {
    return html`
      ${me.degraded.length > 0
        ? html`<p class="notice" role="status">${t('home.degraded', {
            parts: me.degraded.map(one => tOf('part', one.service)).join(t('list.and')) })}</p>`
        : nothing}
      <div class="columns">
        <div class="stack">
          ${this.card(me)}
          <section class="panel" aria-labelledby="check-in-title"><h2 id="check-in-title">${t('checkIn.title')}</h2>
            ${me.community
              ? html`<check-in .streak=${me.community} @checked-in=${() => void this.me.load()}></check-in>`
              : this.without(me, 'community', t('checkIn.none'))}</section>
        </div>
        <div class="stack">
          ${this.level(me)}
          ${this.expiring(me)}
          <section class="panel" aria-labelledby="offers-title"><h2 id="offers-title">${t('offers.title')}</h2>
            ${me.recall && me.recall.items.length > 0
              ? html`<ul class="plain">${me.recall.items.map(offer => this.offer(offer))}</ul>`
              : this.without(me, 'recall', t('offers.none'))}</section>
        </div>
      </div>`;
  }

  private card(me: Me) {
    const points = me.points;
    return html`<section class="member-card" aria-labelledby="balance-title">
      <div class="card-head"><span>${me.tier ? local(me.tier.levelNames) : t('level.none')}</span>
        ${me.tier && !elder() ? html`<span class="small">${me.tier.membershipNumber}</span>` : nothing}</div>
      <h2 id="balance-title">${t('balance.available')}</h2>
      ${points
        ? html`<p class="amount">${units(points.balance)}</p>
            ${points.pending > 0 || points.held > 0
              ? html`<p class="small">${[
                  points.pending > 0 ? t('balance.pending', { units: units(points.pending) }) : '',
                  points.held > 0 ? t('balance.held', { units: units(points.held) }) : '',
                ].filter(text => text !== '').join(' · ')}</p>`
              : nothing}`
        : html`<p class="amount">–</p><p class="small">${isMissing(me, 'points') ? t('missing', { part: tOf('part', 'points') }) : t('balance.none')}</p>`}
      <p class="card-links"><a href=${href('/points')}>${t('balance.details')}</a><a href=${href('/rewards')}>${t('balance.redeem')}</a></p>
    </section>`;
  }

  private level(me: Me) {
    const roadmap = this.roadmap.value;
    return html`<section class="panel" aria-labelledby="level-title"><h2 id="level-title">${t('level.title')}</h2>
      ${roadmap
        ? html`${progress(roadmap)}<p><a href=${href('/level')}>${t('level.details')}</a></p>`
        : this.roadmap.problem || me.tier === null ? this.without(me, 'tier', t('level.soon')) : waiting()}</section>`;
  }

  private expiring(me: Me) {
    const lines = this.forecast.value?.filter(line => line.kind === 'EXPIRED');
    return html`<section class="panel" aria-labelledby="expiring-title"><h2 id="expiring-title">${t('expiring.title')}</h2>
      ${lines && lines.length > 0
        ? upcoming(lines.slice(0, elder() ? 1 : 3))
        : lines ? empty(t('expiring.none')) : this.forecast.problem ? this.without(me, 'points', t('expiring.none')) : waiting()}</section>`;
  }

  private offer(offer: OfferView) {
    return html`<li class="offer"><strong>${t('offers.bonus', { units: units(offer.bonusPoints) })}</strong>
      <span class="small">${t('offers.until', { day: day(offer.validUntil) })}</span></li>`;
  }

  /** A part that is not there: its service is away, or does not know the member yet. */
  private without(me: Me, service: Service, none: string) {
    const away = isMissing(me, service)
      || (service === 'tier' && this.roadmap.problem?.isPassing) || (service === 'points' && this.forecast.problem?.isPassing);
    return away ? missing(service, this.load) : empty(none);
  }
}
