import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { SESSION_RENEWED } from '../../shared/api/client';
import { chooseLocale, locale } from '../../shared/i18n/i18n';
import { discardAllDrafts } from '../../shared/page/draft';
import { followLinks, go, href, place, PLACE_CHANGED } from '../../shared/page/router';
import { loadUser, may, subject } from '../../shared/page/user';
import { Loading } from '../../shared/page/view';
import { icon, type Icon } from '../components/icons';
import { refusal } from '../components/parts';
import { t, type TextKey } from '../i18n/texts';
import { chooseElder, elder } from '../page/elder';
import { MemberView } from '../page/member-view';
import { afterSignIn, welcome } from './welcome';
import '../../shared/components/session-dialog';
import '../community/circle-view';
import '../community/circles-view';
import '../home/home-view';
import '../level/level-view';
import '../points/points-view';
import '../profile/profile-view';
import '../rewards/rewards-view';

interface Page {
  pattern: RegExp;
  title: TextKey;
  show: (parts: string[], name: string) => TemplateResult;
}

const PAGES: Page[] = [
  { pattern: /^\/$/, title: 'nav.home', show: (_, name) => html`<home-view .name=${name}></home-view>` },
  { pattern: /^\/points$/, title: 'nav.points', show: () => html`<points-view></points-view>` },
  { pattern: /^\/rewards$/, title: 'nav.rewards', show: () => html`<rewards-view></rewards-view>` },
  { pattern: /^\/level$/, title: 'level.title', show: () => html`<level-view></level-view>` },
  { pattern: /^\/circles$/, title: 'nav.circles', show: () => html`<circles-view></circles-view>` },
  { pattern: /^\/circles\/([^/]+)$/, title: 'nav.circles', show: ([id]) => html`<circle-view .circleId=${id ?? ''}></circle-view>` },
  { pattern: /^\/profile$/, title: 'nav.profile', show: () => html`<profile-view></profile-view>` },
];

/** Elder mode leaves out the circles. */
const MENU: ReadonlyArray<{ path: string; title: TextKey; icon: Icon; elder: boolean }> = [
  { path: '/', title: 'nav.home', icon: 'home', elder: true },
  { path: '/points', title: 'nav.points', icon: 'points', elder: true },
  { path: '/rewards', title: 'nav.rewards', icon: 'rewards', elder: true },
  { path: '/circles', title: 'nav.circles', icon: 'circles', elder: false },
  { path: '/profile', title: 'nav.profile', icon: 'profile', elder: true },
];

/** The frame of the member page: where one can go, and the view of the address; before the sign-in a welcome. */
@customElement('member-app')
export class MemberApp extends MemberView {
  /** The gateway says so for a browser without a session, so that nothing is asked in vain. */
  @property({ type: Boolean, attribute: 'signed-out' }) signedOut = false;

  private readonly user = new Loading(this, loadUser);
  @state() private known: string | undefined;
  private readonly onPlace = () => void this.move();
  private readonly onRenewed = () => this.checkUser();

  override connectedCallback() {
    super.connectedCallback();
    const to = afterSignIn(place());
    if (to) {
      go(to, 'replace');
    }
    followLinks();
    window.addEventListener(PLACE_CHANGED, this.onPlace);
    window.addEventListener(SESSION_RENEWED, this.onRenewed);
    if (this.signedOut) {
      return;
    }
    void this.user.load().then(() => { this.known = subject(); });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener(PLACE_CHANGED, this.onPlace);
    window.removeEventListener(SESSION_RENEWED, this.onRenewed);
  }

  /** The keyboard follows to the new content, as it does when a browser loads a page. */
  private async move(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    window.scrollTo(0, 0);
    this.focusHeading();
  }

  private focusHeading(): void {
    // The view itself renders a moment later.
    requestAnimationFrame(() => this.querySelector<HTMLElement>('h1')?.focus());
  }

  /** Another person must not find what the one before has written. */
  private checkUser(): void {
    if (this.known !== undefined && subject() !== this.known) {
      discardAllDrafts();
      location.reload();
    }
  }

  override updated() {
    const page = PAGES.find(one => one.pattern.test(place().path));
    document.title = `${t(page?.title ?? 'state.notFound')} · Lodestone`;
  }

  override render() {
    const signedOut = this.signedOut || this.user.problem?.status === 401;
    return html`
      <a class="skip" href="#content" @click=${this.skip}>${t('app.skip')}</a>
      <header class="top">
        <a class="brand" href=${href('/')}>Lodestone</a>
        ${signedOut ? nothing : this.menu()}
        <div class="tools">
          <button type="button" class="quiet" aria-pressed=${elder()} @click=${() => chooseElder(!elder())}>${t('elder.switch')}</button>
          ${elder() ? nothing : html`<button type="button" class="quiet" lang=${locale() === 'en' ? 'zh-CN' : 'en'} @click=${this.switchLanguage}>
            ${locale() === 'en' ? '中文' : 'English'}</button>`}
        </div>
      </header>
      <main id="content">${this.content(signedOut)}</main>
      ${this.user.value ? html`<session-dialog></session-dialog>` : nothing}`;
  }

  /** A view is shown before it is known who is signed in, so that its data are asked for at once. */
  private content(signedOut: boolean): TemplateResult {
    if (signedOut) {
      return welcome();
    }
    if (this.user.problem) {
      return html`<div class="page"><h1 tabindex="-1">Lodestone</h1>${refusal(this.user.problem)}
        <p><button type="button" class="main" @click=${() => void this.user.load()}>${t('state.retry')}</button></p></div>`;
    }
    if (this.user.value && !may('member')) {
      return html`<div class="page"><h1 tabindex="-1">${t('notMember.title')}</h1><p>${t('notMember.text', { name: this.user.value.name })}</p>
        <p class="row"><a class="button main" href="/console">${t('notMember.console')}</a>
          <a class="button" href="/session/sign-out" @click=${discardAllDrafts}>${t('app.signOut')}</a></p></div>`;
    }
    const path = place().path;
    const page = PAGES.find(one => one.pattern.test(path));
    const parts = (page?.pattern.exec(path) ?? []).slice(1).map(decodeURIComponent);
    return page?.show(parts, this.user.value?.name ?? '') ?? html`<div class="page"><h1 tabindex="-1">${t('state.notFound')}</h1>
      <p>${t('notFound.text')}</p><p><a class="button main" href=${href('/')}>${t('nav.home')}</a></p></div>`;
  }

  private menu() {
    const here = place().path;
    return html`<nav aria-label=${t('app.menu')}><ul>${MENU.filter(one => one.elder || !elder()).map(one => {
      const current = one.path === '/' ? here === '/' || here === '/level' : here === one.path || here.startsWith(`${one.path}/`);
      return html`<li><a href=${href(one.path)} aria-current=${current ? 'page' : nothing}>${icon(one.icon)}<span>${t(one.title)}</span></a></li>`;
    })}</ul></nav>`;
  }

  private skip(event: Event) {
    event.preventDefault();
    this.querySelector<HTMLElement>('h1')?.focus();
  }

  private switchLanguage() {
    chooseLocale(locale() === 'en' ? 'zh-CN' : 'en');
  }
}
