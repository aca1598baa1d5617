import '@vaadin/button';
import '@vaadin/text-field';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import { units } from '../../shared/page/format';
import { t } from '../i18n/texts';
import { SentForm, wholeNumber } from '../forms/sent-form';

interface Adjustment {
  direction: 'grant' | 'deduct';
  amount: string;
  note: string;
}

/** Grants or deducts points by hand, and shows the balance that will result. */
@customElement('adjust-form')
export class AdjustForm extends SentForm<Adjustment> {
  @property({ type: Number }) balance = 0;
  protected readonly form = 'adjust';
  protected readonly empty: Adjustment = { direction: 'grant', amount: '', note: '' };

  protected isValid(): boolean {
    return this.amount() !== undefined && this.isNoteValid();
  }

  protected send(key: string): Promise<unknown> {
    const [from, to] = this.value.direction === 'grant' ? (['ISSUED', 'AVAILABLE'] as const) : (['AVAILABLE', 'ISSUED'] as const);
    return call('POST /api/points/v1/members/{reference}/postings', {
      path: { reference: this.subject },
      key,
      body: {
        from: { account: from, asset: 'POINTS' },
        to: { account: to, asset: 'POINTS' },
        amount: this.amount() ?? 0,
        note: this.value.note.trim(),
      },
    });
  }

  override render() {
    const amount = this.amount();
    return html`<form class="panel" aria-labelledby="adjust-title" @submit=${this.submit}>
      <h2 id="adjust-title">${t('member.adjust')}</h2>
      <fieldset><legend>${t('form.kind')}</legend>
        ${(['grant', 'deduct'] as const).map(direction => html`<label>
          <input type="radio" name="direction" .checked=${this.value.direction === direction} @change=${() => this.set({ direction })}>
          ${t(`form.${direction}`)}</label>`)}
      </fieldset>
      <vaadin-text-field label=${t('form.amount')} required inputmode="numeric" .value=${this.value.amount}
        .invalid=${this.tried && amount === undefined} error-message=${t('form.amount.bad')}
        @input=${(event: Event) => this.set({ amount: (event.target as HTMLInputElement).value.trim() })}></vaadin-text-field>
      <vaadin-text-field label=${t('form.note')} required maxlength="200" helper-text=${t('form.note.hint')} .value=${this.value.note}
        .invalid=${this.tried && !this.isNoteValid()} error-message=${t('form.note.bad')}
        @input=${(event: Event) => this.set({ note: (event.target as HTMLInputElement).value })}></vaadin-text-field>
      ${amount === undefined
        ? nothing
        : html`<p class="muted" role="status">${t('form.preview', {
            name: this.subject,
            before: units(this.balance),
            after: units(this.value.direction === 'grant' ? this.balance + amount : this.balance - amount),
          })}</p>`}
      ${this.ending()}
    </form>`;
  }

  private amount(): number | undefined {
    return wholeNumber(this.value.amount);
  }

  private isNoteValid(): boolean {
    return this.value.note.trim() !== '' && this.value.note.length <= 200;
  }
}
