import { html, nothing, type TemplateResult } from 'lit';
import { t, tOf } from '../i18n/i18n';
import type { Problem } from '../api/problem';
import type { Pages } from '../page/pages';
import type { Loading } from '../page/view';

/** A part of a page in each of its states: waiting, refused, or there. What is there stays to see while it is loaded again. */
export function shown<T>(loading: Loading<T>, ready: (value: T) => TemplateResult | typeof nothing): TemplateResult | typeof nothing {
  if (loading.problem) {
    return refusal(loading.problem, () => void loading.load());
  }
  if (loading.value !== undefined) {
    return ready(loading.value);
  }
  return loading.pending ? html`<p class="muted" role="status">${t('state.loading')}</p>` : nothing;
}

/** A list by cursor in each of its states. `first` says what to do when there is nothing yet. */
export function listed<I>(pages: Pages<I>, first: string, ready: (items: I[]) => unknown): TemplateResult {
  const { items, next, loading } = pages;
  return html`${items.length > 0 ? ready(items) : nothing}
    ${loading.problem ? refusal(loading.problem, () => void loading.load()) : nothing}
    ${loading.value && items.length === 0 && !loading.pending ? html`<p class="empty">${first}</p>` : nothing}
    ${loading.pending ? html`<p class="muted" role="status">${t('state.loading')}</p>` : nothing}
    ${next && !loading.pending ? html`<button type="button" class="plain-button" @click=${() => void pages.more()}>${t('state.more')}</button>` : nothing}`;
}

/** Why something was refused, what to do, and the trace id to quote. */
export function refusal(problem: Problem, retry?: () => void): TemplateResult {
  const title = tOf('problem', problem.slug);
  return html`<div class="notice" role="alert">
    <p><strong>${title === problem.slug ? problem.title || title : title}</strong></p>
    ${problem.slug === 'no-connection' ? html`<p>${t('problem.no-connection.hint')}</p>` : nothing}
    ${problem.detail ? html`<p lang="en">${problem.detail}</p>` : nothing}
    ${problem.traceId
      ? html`<p class="muted">${t('problem.trace')} <code>${problem.traceId}</code>
          <button type="button" class="plain-button" @click=${() => void navigator.clipboard.writeText(problem.traceId ?? '')}>${t('problem.copy')}</button></p>`
      : nothing}
    ${retry && problem.isPassing
      ? html`<button type="button" class="plain-button" @click=${retry}>${t('state.retry')}</button>`
      : nothing}
  </div>`;
}

/** For who lacks a capability: nothing is asked that would be refused. */
export function cannot(capability: string): TemplateResult {
  return html`<div class="notice info"><p><strong>${t('state.cannot')}</strong></p>
    <p>${t('state.cannot.hint', { capability })}</p></div>`;
}

export function toast(text: string): void {
  const note = document.createElement('div');
  note.className = 'toast';
  note.setAttribute('role', 'status');
  note.textContent = text;
  document.body.append(note);
  setTimeout(() => note.remove(), 6_000);
}
