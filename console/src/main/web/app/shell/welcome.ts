import { html, type TemplateResult } from 'lit';
import type { Place } from '../../shared/page/router';
import { t } from '../i18n/texts';

const SIGN_IN = '/app/sign-in';

/** What everybody sees; the gateway asks for a sign-in at one address only, and it leads back to this one. */
export function welcome(): TemplateResult {
  const back = location.pathname + location.search;
  return html`<div class="page welcome">
    <h1 tabindex="-1">${t('welcome.title')}</h1>
    <p class="lead">${t('welcome.text')}</p>
    <p><a class="button main" href="${SIGN_IN}?to=${encodeURIComponent(back)}" target="_self">${t('welcome.signIn')}</a></p>
    <ul class="promises">
      <li>${t('welcome.points')}</li><li>${t('welcome.rewards')}</li><li>${t('welcome.circles')}</li>
    </ul>
  </div>`;
}

/** Where to go when the browser comes back from the sign-in; only to an address of this page. */
export function afterSignIn(at: Place): string | undefined {
  if (at.path !== '/sign-in') {
    return undefined;
  }
  const to = at.query.get('to') ?? '';
  if (!URL.canParse(to, location.origin)) {
    return '/app';
  }
  const target = new URL(to, location.origin);
  const inside = target.origin === location.origin && /^\/app(\/|$)/.test(target.pathname) && target.pathname !== SIGN_IN;
  return inside ? target.pathname + target.search : '/app';
}
