import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '../../shared/api/problem';
import { Draft } from '../../shared/page/draft';
import { asProblem } from '../../shared/page/view';
import { refusal } from '../components/parts';
import { t } from '../i18n/texts';
import { MemberView } from '../page/member-view';

const LENGTH_MAX = 5_000;

/** A text to publish. It is kept in this tab until it is sent, with the key that makes it appear once. */
@customElement('text-form')
export class TextForm extends MemberView {
  /** Of the draft. */
  @property() name = '';
  @property() label = '';
  @property() action = '';
  @property({ attribute: false }) send!: (text: string, key: string) => Promise<void>;
  @state() private problem: Problem | undefined;
  @state() private sending = false;
  @state() private blank = false;

  private get draft(): Draft<{ text: string }> {
    return new Draft(this.name, { text: '' });
  }

  private write(event: Event) {
    this.draft.write({ text: (event.target as HTMLTextAreaElement).value });
    this.blank = false;
    this.requestUpdate();
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.draft.read().text.trim();
    this.blank = text === '';
    if (this.blank || this.sending) {
      this.querySelector('textarea')?.focus();
      return;
    }
    this.sending = true;
    this.problem = undefined;
    try {
      await this.send(text, this.draft.key());
      this.draft.discard();
    } catch (failure) {
      this.problem = asProblem(failure);
    } finally {
      this.sending = false;
    }
  }

  private join() {
    this.problem = undefined;
    this.dispatchEvent(new CustomEvent('join', { bubbles: true }));
  }

  override render() {
    const id = `text-${this.name}`;
    const count = [...this.draft.read().text].length;
    return html`<form @submit=${this.submit}>
      <label for=${id}>${this.label}</label>
      <textarea id=${id} rows="3" maxlength=${LENGTH_MAX} .value=${this.draft.read().text} aria-invalid=${this.blank}
        aria-describedby=${this.blank ? `${id}-blank` : nothing} @input=${this.write}></textarea>
      ${this.blank ? html`<p id="${id}-blank" class="invalid">${t('form.blank')}</p>` : nothing}
      ${count > LENGTH_MAX - 500 ? html`<p class="small">${t('form.count', { count, max: LENGTH_MAX })}</p>` : nothing}
      ${this.problem ? this.refused(this.problem) : nothing}
      <p><button class="main" ?disabled=${this.sending}>${this.action}</button></p>
    </form>`;
  }

  private refused(problem: Problem) {
    return html`${refusal(problem)}
      ${problem.slug === 'not-in-circle'
        ? html`<p><button type="button" @click=${this.join}>${t('circle.join')}</button></p>`
        : nothing}`;
  }
}
