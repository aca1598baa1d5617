import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import { Problem } from '../../shared/api/problem';
import type { BalanceView, HistoryView, MemberTierView, PostView, ProfileView, RoadmapView } from '../../shared/api/schema';
import { day, endOf, money, time, units } from '../../shared/page/format';
import { go, href, place, PLACE_CHANGED } from '../../shared/page/router';
import { levelName, measured, missing, stepText } from '../../shared/page/levels';
import { may } from '../../shared/page/user';
import { Loading, View } from '../../shared/page/view';
import { figure } from '../../shared/components/figure';
import { cannot, shown } from '../../shared/components/states';
import { local } from '../../shared/i18n/i18n';
import { t, tOf } from '../i18n/texts';
import { levelHistory } from './level-history';
import { memberRoadmap } from './member-roadmap';
import { remember } from './reference';
import type { TimelineEntry } from './member-timeline';
import './member-timeline';
import './adjust-form';
import './hold-form';

/** The newest posts that the timeline shows. */
const POSTS_MAX = 100;

/** Everything about one member: who it is, the balance now or as of a past day, and why each posting was made. */
@customElement('member-view')
export class MemberView extends View {
  @property() reference = '';

  private readonly balance = new Loading<BalanceView>(this, () =>
    call('GET /api/points/v1/members/{reference}/balance', { path: this.path(), query: { at: this.at() } }));
  private readonly tier = new Loading<MemberTierView | null>(this, () =>
    call('GET /api/tier/v1/members/{reference}', { path: this.path() }).catch(unknown));
  private readonly roadmap = new Loading<RoadmapView | null>(this, () =>
    call('GET /api/tier/v1/members/{reference}/roadmap', { path: this.path() }).catch(unknown));
  private readonly history = new Loading<HistoryView | null>(this, () =>
    call('GET /api/tier/v1/members/{reference}/level-history', { path: this.path() }).catch(unknown));
  private readonly posts = new Loading<PostView[]>(this, async () =>
    (await call('GET /api/community/v1/members/{reference}/posts', { path: this.path(), query: { limit: POSTS_MAX } })).items);
  private readonly profile = new Loading<ProfileView | null>(this, () =>
    call('GET /api/recall/v1/members/{reference}/profile', { path: this.path() }).catch(unknown));
  private readonly onPlace = () => void this.balance.load();

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener(PLACE_CHANGED, this.onPlace);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener(PLACE_CHANGED, this.onPlace);
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('reference') && may('members-read')) {
      for (const part of [this.balance, this.tier, this.roadmap, this.history, this.posts, this.profile]) {
        part.clear();
        void part.load();
      }
      remember(this.reference);
    }
  }

  override render() {
    return html`<div class="page">
      <div class="row"><h1 tabindex="-1" class="grow">${t('member.title', { reference: this.reference })}</h1>
        <a href=${href('/members')}>${t('member.back')}</a></div>
      ${may('members-read') ? this.member() : cannot('members-read')}
    </div>`;
  }

  private member() {
    const day = this.day();
    return html`
      ${shown(this.tier, tier => this.membership(tier))}
      ${shown(this.roadmap, roadmap => (roadmap === null ? nothing : this.levels(roadmap)))}
      <section aria-labelledby="balance-title">
        <div class="row end"><h2 id="balance-title" class="grow">${t('member.book')}</h2>
          <label class="muted">${t('member.asOf')}
            <input class="plain-select" type="date" .value=${day} max=${new Date().toLocaleDateString('sv')} @change=${this.choose}></label>
          ${day ? html`<a href=${this.address('')}>${t('member.asOf.now')}</a>` : nothing}</div>
        ${day ? html`<p class="muted" role="status">${t('member.asOf.shown', { day })}</p>` : nothing}
        ${shown(this.balance, balance => this.figures(balance))}
      </section>
      ${this.balance.value && !day ? this.actions(this.balance.value) : nothing}
      ${this.posts.problem ? shown(this.posts, () => nothing) : nothing}
      <member-timeline .reference=${this.reference} .until=${this.at()} .others=${this.others()} @form-sent=${this.reload}></member-timeline>`;
  }

  private membership(tier: MemberTierView | null) {
    const profile = this.profile.value;
    return html`<section aria-label=${t('members.title')}><dl class="cards">
      ${tier === null
        ? figure(t('member.level'), t('member.notEnrolled'))
        : html`${figure(t('member.number'), tier.membershipNumber)}
            ${figure(t('member.level'), local(tier.levelNames), this.left())}
            ${figure(t('member.growth'), units(tier.growth))}
            ${figure(t('member.since'), day(tier.enrolledAt))}`}
      ${profile
        ? html`${figure(t('member.lifecycle'), profile.lifecycle ? tOf('lifecycle', profile.lifecycle) : '–')}
            ${figure(t('member.orders'), units(profile.orders), `${t('member.lastOrder')} ${day(profile.lastOrderAt)}`)}
            ${figure(t('member.spent'), profile.currency ? money(profile.amountMinor, profile.currency) : '–')}`
        : nothing}
    </dl></section>`;
  }

  private levels(roadmap: RoadmapView) {
    return html`${memberRoadmap(roadmap)}
      ${shown(this.history, found => (found === null ? nothing : levelHistory(found, roadmap.levels)))}`;
  }

  /** What the timeline shows beside the postings. */
  private others(): TimelineEntry[] {
    const levels = this.roadmap.value?.levels ?? [];
    return [
      ...(this.history.value?.steps ?? []).map(step => ({
        at: step.at, kind: t('home.level'), text: [stepText(step, levels), ...measured(step.measures)].join(' · '),
      })),
      ...(this.posts.value ?? []).map(post => ({
        at: post.publishedAt, kind: t('member.post'), text: post.text, link: href(`/community/${post.circleId}`),
      })),
    ];
  }

  private left(): string {
    const roadmap = this.roadmap.value;
    if (!roadmap) {
      return '';
    }
    const next = roadmap.next;
    return next
      ? t('member.left', { level: levelName(roadmap.levels, next.level), remaining: missing(next.measures, next.any) })
      : t('member.top');
  }

  private figures(balance: BalanceView) {
    return html`<dl class="cards">
      ${figure(t('member.balance'), units(balance.balance), t('member.balance.def'))}
      ${figure(t('member.pending'), units(balance.pending), t('member.pending.def'))}
      ${figure(t('member.held'), units(balance.held), t('member.held.def'))}
      ${figure(t('member.expiresNext'), balance.expiresNext ? time(balance.expiresNext) : t('member.never'), t('member.expiresNext.def'))}
    </dl>`;
  }

  private actions(balance: BalanceView) {
    return html`<section class="columns" aria-label=${t('member.actions')}>
      ${may('adjustments')
        ? html`<adjust-form .subject=${this.reference} .balance=${balance.balance} @form-sent=${this.reload}></adjust-form>`
        : nothing}
      ${may('holds')
        ? html`<hold-form .subject=${this.reference} .balance=${balance.balance} @form-sent=${this.reload}></hold-form>`
        : nothing}
    </section>`;
  }

  private readonly reload = () => {
    void this.balance.load();
    void this.querySelector('member-timeline')?.reload();
  };

  private readonly choose = (event: Event) => go(this.address((event.target as HTMLInputElement).value), 'replace');

  private address(chosen: string): string {
    return href(`/members/${encodeURIComponent(this.reference)}`, { day: chosen });
  }

  private day(): string {
    const chosen = place().query.get('day') ?? '';
    return /^\d{4}-\d{2}-\d{2}$/.test(chosen) ? chosen : '';
  }

  private at(): string | undefined {
    return this.day() ? endOf(this.day()) : undefined;
  }

  private path() {
    return { reference: this.reference };
  }
}

/** A service that does not know the member yet is no failure. */
function unknown(failure: unknown): null {
  if (failure instanceof Problem && failure.status === 404) {
    return null;
  }
  throw failure;
}
