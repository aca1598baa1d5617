import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../shared/api/problem';
import type { Loading } from '../../shared/page/view';
import { tOf } from '../../shared/i18n/i18n';
import type { Service } from '../page/me';
import { t } from '../i18n/texts';

/** A part of the page in each of its states. If it cannot be shown, it says which part is missing; the others stay. */
export function part<T>(
  service: Service, loading: Loading<T>, ready: (value: T) => TemplateResult | typeof nothing,
): TemplateResult | typeof nothing {
  if (loading.problem) {
    return loading.problem.isPassing || loading.problem.status === 401
      ? missing(service, () => void loading.load())
      : refusal(loading.problem);
  }
  if (loading.value !== undefined) {
    return ready(loading.value);
  }
  return loading.pending ? waiting() : nothing;
}

/** Grey lines in place of what is loaded. */
export function waiting(): TemplateResult {
  return html`<div class="waiting" role="status"><span class="unseen">${t('state.loading')}</span><i></i><i></i></div>`;
}

/** A service does not answer: names what cannot be shown. */
export function missing(service: Service, retry: () => void): TemplateResult {
  return html`<div class="notice" role="status">
    <p>${t('missing', { part: tOf('part', service) })}</p>
    <button type="button" class="quiet" @click=${retry}>${t('state.retry')}</button>
  </div>`;
}

/** Why something was refused, in words for members, what to do, and the trace id to quote. */
export function refusal(problem: Problem): TemplateResult {
  const known = tOf('why', problem.slug) !== problem.slug;
  return html`<div class="notice refused" role="alert">
    <p><strong>${known ? tOf('why', problem.slug) : t(problem.isPassing ? 'why.later' : 'why.other')}</strong></p>
    ${tOf('do', problem.slug) !== problem.slug ? html`<p>${tOf('do', problem.slug)}</p>` : nothing}
    ${problem.traceId ? html`<p class="small">${t('problem.trace')} <code>${problem.traceId}</code></p>` : nothing}
  </div>`;
}

/** Nothing there yet, and what to do first. */
export function empty(text: string): TemplateResult {
  return html`<p class="empty">${text}</p>`;
}
