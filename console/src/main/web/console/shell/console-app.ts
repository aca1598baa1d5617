import '@vaadin/app-layout';
import '@vaadin/app-layout/vaadin-drawer-toggle.js';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Loading, View } from '../../shared/page/view';
import { followLinks, href, place, PLACE_CHANGED } from '../../shared/page/router';
import { loadUser } from '../../shared/page/user';
import { chooseTheme, theme } from '../../shared/page/theme';
import { discardAllDrafts } from '../../shared/page/draft';
import { chooseLocale, locale, t, type Locale, type TextKey } from '../i18n/texts';
import { shown } from '../../shared/components/states';
import '../../shared/components/session-dialog';

interface Page {
  pattern: RegExp;
  title: TextKey;
  load: () => Promise<unknown>;
  show: (parts: string[]) => TemplateResult;
}

/** Every view of the console; its code is loaded when it is shown first. */
const PAGES: Page[] = [
  { pattern: /^\/$/, title: 'nav.home', load: () => import('../home/home-view'), show: () => html`<home-view></home-view>` },
  { pattern: /^\/members$/, title: 'nav.members', load: () => import('../members/members-view'), show: () => html`<members-view></members-view>` },
  {
    pattern: /^\/members\/([^/]+)$/,
    title: 'nav.members',
    load: () => import('../members/member-view'),
    show: ([reference]) => html`<member-view .reference=${reference ?? ''}></member-view>`,
  },
  { pattern: /^\/rules$/, title: 'nav.rules', load: () => import('../rules/rules-view'), show: () => html`<rules-view></rules-view>` },
  {
    pattern: /^\/rules\/([^/]+)$/,
    title: 'nav.rules',
    load: () => import('../rules/rule-view'),
    show: ([code]) => html`<rule-view .code=${code ?? ''}></rule-view>`,
  },
  {
    pattern: /^\/rules\/([^/]+)\/(\d+)\/edit$/,
    title: 'nav.rules',
    load: () => import('../rules/rule-editor'),
    show: ([code, version]) => html`<rule-editor .code=${code ?? ''} .version=${Number(version)}></rule-editor>`,
  },
  {
    pattern: /^\/rules\/([^/]+)\/(\d+)\/try$/,
    title: 'nav.rules',
    load: () => import('../rules/rule-try'),
    show: ([code, version]) => html`<rule-try .code=${code ?? ''} .version=${Number(version)}></rule-try>`,
  },
  { pattern: /^\/approvals$/, title: 'nav.approvals', load: () => import('../operations/approvals-view'), show: () => html`<approvals-view></approvals-view>` },
  { pattern: /^\/operations$/, title: 'nav.operations', load: () => import('../operations/operations-view'), show: () => html`<operations-view></operations-view>` },
  {
    pattern: /^\/operations\/audit$/,
    title: 'nav.operations',
    load: () => import('../operations/audit-view'),
    show: () => html`<audit-view></audit-view>`,
  },
  {
    pattern: /^\/book$/,
    title: 'nav.book',
    load: () => import('../book/book-view'),
    show: () => html`<book-view></book-view>`,
  },
  {
    pattern: /^\/tiers$/,
    title: 'nav.tiers',
    load: () => import('../tiers/tiers-view'),
    show: () => html`<tiers-view></tiers-view>`,
  },
  {
    pattern: /^\/community$/,
    title: 'nav.community',
    load: () => import('../community/community-view'),
    show: () => html`<community-view></community-view>`,
  },
  {
    pattern: /^\/community\/([^/]+)$/,
    title: 'nav.community',
    load: () => import('../community/circle-view'),
    show: ([circle]) => html`<circle-view .circle=${circle ?? ''}></circle-view>`,
  },
  {
    pattern: /^\/recall$/,
    title: 'nav.recall',
    load: () => import('../recall/recall-view'),
    show: () => html`<recall-view></recall-view>`,
  },
  {
    pattern: /^\/recall\/([^/]+)$/,
    title: 'nav.recall',
    load: () => import('../recall/campaign-view'),
    show: ([campaign]) => html`<campaign-view .campaign=${campaign ?? ''}></campaign-view>`,
  },
  {
    pattern: /^\/access$/,
    title: 'nav.access',
    load: () => import('../access/access-view'),
    show: () => html`<access-view></access-view>`,
  },
];

const MENU: ReadonlyArray<[string, TextKey]> = [
  ['/', 'nav.home'],
  ['/members', 'nav.members'],
  ['/rules', 'nav.rules'],
  ['/book', 'nav.book'],
  ['/tiers', 'nav.tiers'],
  ['/community', 'nav.community'],
  ['/recall', 'nav.recall'],
  ['/approvals', 'nav.approvals'],
  ['/operations', 'nav.operations'],
  ['/access', 'nav.access'],
];

/** The frame of the console: who is signed in, where one can go, and the view of the address. */
@customElement('console-app')
export class ConsoleApp extends View {
  private readonly user = new Loading(this, loadUser);
  @state() private view: TemplateResult | undefined;
  private heading: TextKey = 'app.title';
  private readonly onPlace = () => void this.showPlace(true);

  override connectedCallback() {
    super.connectedCallback();
    followLinks();
    window.addEventListener(PLACE_CHANGED, this.onPlace);
    void this.user.load().then(() => this.showPlace(false));
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener(PLACE_CHANGED, this.onPlace);
  }

  /** @param move whether the keyboard follows to the new content, as it does when a browser loads a page */
  private async showPlace(move: boolean): Promise<void> {
    const path = place().path;
    const page = PAGES.find(one => one.pattern.test(path));
    await page?.load();
    const parts = (page?.pattern.exec(path) ?? []).slice(1).map(decodeURIComponent);
    this.heading = page?.title ?? 'state.notFound';
    this.view = page ? page.show(parts) : this.notFound();
    await this.updateComplete;
    if (move) {
      this.querySelector<HTMLElement>('h1')?.focus();
    }
  }

  private notFound(): TemplateResult {
    return html`<div class="page"><h1 tabindex="-1">${t('state.notFound')}</h1><p>${t('state.notFound.hint')}</p></div>`;
  }

  override updated() {
    document.title = `${t(this.heading)} · Lodestone`;
  }

  override render() {
    return html`
      <a class="skip" href="#content" @click=${this.skip}>${t('app.skip')}</a>
      <vaadin-app-layout primary-section="drawer">
        <vaadin-drawer-toggle slot="navbar" aria-label=${t('app.menu')}></vaadin-drawer-toggle>
        <div slot="navbar" class="navbar">
          <span class="title">${t('app.title')}</span>
          ${this.user.value
            ? html`<span class="muted wide-only">${t('app.signedInAs', { name: this.user.value.name })}</span>`
            : nothing}
          <select class="plain-select" aria-label=${t('app.language')} @change=${this.chooseLanguage}>
            <option value="zh-CN" lang="zh-CN" ?selected=${locale() === 'zh-CN'}>中文</option>
            <option value="en" lang="en" ?selected=${locale() === 'en'}>English</option>
          </select>
        </div>
        <div slot="drawer">
          <span class="brand">Lodestone</span>
          <nav aria-label=${t('app.menu')}><ul>${MENU.map(([path, title]) => this.link(path, title))}</ul>
            <hr>
            <ul>
              <li><a href="/api" target="_blank" rel="noopener">${t('app.api')}</a></li>
              <li><a href="/session/sign-out" @click=${discardAllDrafts}>${t('app.signOut')}</a></li>
            </ul>
          </nav>
          <button type="button" class="plain-button" @click=${this.switchTheme}>
            ${t('app.theme', { theme: t(theme() === 'dark' ? 'app.light' : 'app.dark') })}
          </button>
        </div>
        <main id="content">${shown(this.user, () => html`${this.view ?? nothing}`)}</main>
      </vaadin-app-layout>
      <session-dialog></session-dialog>`;
  }

  private link(path: string, title: TextKey) {
    const here = place().path;
    const current = path === '/' ? here === '/' : here === path || here.startsWith(`${path}/`);
    return html`<li><a href=${href(path)} aria-current=${current ? 'page' : nothing}>${t(title)}</a></li>`;
  }

  private skip(event: Event) {
    event.preventDefault();
    this.querySelector<HTMLElement>('h1')?.focus();
  }

  private chooseLanguage(event: Event) {
    chooseLocale((event.target as HTMLSelectElement).value as Locale);
  }

  private switchTheme() {
    chooseTheme(theme() === 'dark' ? 'light' : 'dark');
    this.requestUpdate();
  }
}
