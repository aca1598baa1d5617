import '@vaadin/button';
import '@vaadin/text-field';
import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { StatementLine } from '../../shared/api/schema';
import { time, units } from '../../shared/page/format';
import { t, tOf } from '../i18n/texts';
import { SentForm } from '../forms/sent-form';

/** Asks for the reason before a posting is reversed. */
@customElement('reverse-dialog')
export class ReverseDialog extends SentForm<{ note: string }> {
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private line: StatementLine | undefined;
  protected readonly form = 'reverse';
  protected readonly empty = { note: '' };

  override connectedCallback() {
    super.connectedCallback();
    this.addEventListener('form-sent', this.close);
  }

  ask(line: StatementLine): void {
    this.line = line;
    this.dialog.showModal();
  }

  protected isValid(): boolean {
    return this.value.note.trim() !== '' && this.value.note.length <= 200;
  }

  protected send(key: string): Promise<unknown> {
    return call('POST /api/points/v1/members/{reference}/postings/{id}/reversal', {
      path: { reference: this.subject, id: this.line?.postingId ?? '' },
      key: `${key}-${this.line?.postingId ?? ''}`.slice(0, 100),
      body: { note: this.value.note.trim() },
    });
  }

  protected override discard() {
    super.discard();
    this.close();
  }

  override render() {
    return html`<dialog aria-labelledby="reverse-title"><form @submit=${this.submit}>
      <h2 id="reverse-title">${t('member.reverse')}</h2>
      ${this.line
        ? html`<p>${t('form.reverse', { kind: tOf('kind', this.line.kind), amount: units(this.line.amount), time: time(this.line.occurredAt) })}</p>`
        : nothing}
      <vaadin-text-field label=${t('form.note')} required maxlength="200" helper-text=${t('form.note.hint')} .value=${this.value.note}
        .invalid=${this.tried && !this.isValid()} error-message=${t('form.note.bad')}
        @input=${(event: Event) => this.set({ note: (event.target as HTMLInputElement).value })}></vaadin-text-field>
      ${this.ending()}
    </form></dialog>`;
  }

  private readonly close = () => this.dialog.close();
}

declare global {
  interface HTMLElementTagNameMap {
    'reverse-dialog': ReverseDialog;
  }
}
