import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import { chooseLocale, local, locale, type Locale } from '../../shared/i18n/i18n';
import { discardAllDrafts } from '../../shared/page/draft';
import { day } from '../../shared/page/format';
import { chooseTheme, theme } from '../../shared/page/theme';
import { loadUser } from '../../shared/page/user';
import { Loading } from '../../shared/page/view';
import { empty, part } from '../components/parts';
import { t } from '../i18n/texts';
import { chooseElder, elder } from '../page/elder';
import { MemberView } from '../page/member-view';

/** Who is signed in, and how the page looks. */
@customElement('profile-view')
export class ProfileView extends MemberView {
  private readonly user = new Loading(this, loadUser);
  private readonly tier = new Loading(this, () => call('GET /api/tier/v1/me').catch(failure => {
    // Not enrolled yet.
    if (failure.status === 404) {
      return undefined;
    }
    throw failure;
  }));

  override connectedCallback() {
    super.connectedCallback();
    void this.user.load();
    void this.tier.load().then(() => this.requestUpdate());
  }

  override render() {
    return html`<div class="page narrow">
      <h1 tabindex="-1">${this.user.value?.name ?? t('nav.profile')}</h1>
      <section class="panel" aria-labelledby="card-title"><h2 id="card-title">${t('profile.card')}</h2>
        ${this.tier.value === undefined && !this.tier.pending && !this.tier.problem
          ? empty(t('level.soon'))
          : part('tier', this.tier, tier => tier
            ? html`<dl class="figures"><div><dt>${t('profile.number')}</dt><dd>${tier.membershipNumber}</dd></div>
                <div><dt>${t('level.title')}</dt><dd>${local(tier.levelNames)}</dd></div>
                <div><dt>${t('profile.since')}</dt><dd>${day(tier.enrolledAt)}</dd></div></dl>`
            : nothing)}</section>
      <section class="panel" aria-labelledby="look-title"><h2 id="look-title">${t('profile.look')}</h2>
        <p class="setting"><label for="elder">${t('elder.label')}</label>
          <input id="elder" type="checkbox" role="switch" .checked=${elder()} @change=${(event: Event) => chooseElder((event.target as HTMLInputElement).checked)}></p>
        <p class="small">${t('elder.def')}</p>
        <p class="setting"><label for="dark">${t('profile.dark')}</label>
          <input id="dark" type="checkbox" role="switch" .checked=${theme() === 'dark'} @change=${this.switchTheme}></p>
        <p class="setting"><label for="language">${t('app.language')}</label>
          <select id="language" @change=${(event: Event) => chooseLocale((event.target as HTMLSelectElement).value as Locale)}>
            <option value="zh-CN" lang="zh-CN" ?selected=${locale() === 'zh-CN'}>中文</option>
            <option value="en" lang="en" ?selected=${locale() === 'en'}>English</option></select></p>
      </section>
      <p><a class="button" href="/session/sign-out" @click=${discardAllDrafts}>${t('app.signOut')}</a></p>
    </div>`;
  }

  private switchTheme(event: Event) {
    chooseTheme((event.target as HTMLInputElement).checked ? 'dark' : 'light');
  }
}
