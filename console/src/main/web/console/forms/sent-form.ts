import '@vaadin/button';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Problem } from '../../shared/api/problem';
import { Draft } from '../../shared/page/draft';
import { asProblem, View } from '../../shared/page/view';
import { refusal, toast } from '../../shared/components/states';
import { t } from '../i18n/texts';

/** A proposal has a status; what was done at once has not. */
interface Answer {
  contentHash?: string | null;
}

/** What all forms share: the draft, one key for each request, and what to say when it is done. Sends `form-sent` with the answer. */
export abstract class SentForm<T extends object> extends View {
  /** What the form is about, such as a member: each has its own draft. */
  @property() subject = '';
  @state() protected tried = false;
  @state() private problem: Problem | undefined;
  @state() private sending = false;
  protected value!: T;
  private draft: Draft<T> | undefined;

  protected abstract readonly form: string;
  /** Keeps what is written and says nothing: for what has no effect. */
  protected readonly silent: boolean = false;
  protected abstract readonly empty: T;
  protected abstract isValid(): boolean;
  protected abstract send(key: string): Promise<unknown>;

  override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (changed.has('subject') || this.draft === undefined) {
      this.draft = new Draft(`${this.form}.${this.subject}`, this.empty);
      this.value = this.draft.read();
      this.tried = false;
      this.problem = undefined;
    }
  }

  protected set(part: Partial<T>) {
    this.value = { ...this.value, ...part };
    this.draft?.write(this.value);
    this.requestUpdate();
  }

  protected discard() {
    this.draft?.discard();
    this.value = { ...this.empty };
    this.tried = false;
    this.problem = undefined;
    this.requestUpdate();
  }

  protected readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.tried = true;
    if (!this.isValid()) {
      await this.updateComplete;
      this.querySelector<HTMLElement>('[invalid]')?.focus();
      return;
    }
    if (this.sending) {
      return;
    }
    this.sending = true;
    this.problem = undefined;
    try {
      const answer = (await this.send(this.draft?.key() ?? crypto.randomUUID())) as Answer | undefined;
      if (!this.silent) {
        this.discard();
        toast(t(answer?.contentHash ? 'form.proposed' : 'form.done'));
      }
      this.dispatchEvent(new CustomEvent('form-sent', { bubbles: true, detail: answer }));
    } catch (failure) {
      this.problem = asProblem(failure);
    } finally {
      this.sending = false;
    }
  };

  /** The refusal, and the buttons that end a form. */
  protected ending(submit: string = t('form.submit')): TemplateResult {
    return html`${this.problem ? refusal(this.problem) : nothing}
      <div class="row"><vaadin-button theme="primary" ?disabled=${this.sending} @click=${this.submit}>${submit}</vaadin-button>
        ${this.silent ? nothing : html`<vaadin-button theme="tertiary" @click=${() => this.discard()}>${t('form.cancel')}</vaadin-button>`}</div>`;
  }
}

/** A whole number of 1 or more, or undefined. */
export function wholeNumber(text: string): number | undefined {
  return /^[1-9]\d{0,11}$/.test(text) ? Number(text) : undefined;
}
