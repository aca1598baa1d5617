import '@vaadin/button';
import '@vaadin/text-field';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import { units } from '../../shared/page/format';
import { t } from '../i18n/texts';
import { SentForm, wholeNumber } from '../forms/sent-form';

interface NewHold {
  amount: string;
  minutes: string;
  orderId: string;
}

const MINUTES_MAX = 30 * 24 * 60;

/** Sets points aside for something that is not settled yet. */
@customElement('hold-form')
export class HoldForm extends SentForm<NewHold> {
  @property({ type: Number }) balance = 0;
  protected readonly form = 'hold';
  protected readonly empty: NewHold = { amount: '', minutes: '30', orderId: '' };

  protected isValid(): boolean {
    return wholeNumber(this.value.amount) !== undefined && this.minutes() !== undefined;
  }

  protected send(key: string): Promise<unknown> {
    return call('POST /api/points/v1/members/{reference}/holds', {
      path: { reference: this.subject },
      key,
      body: {
        amount: wholeNumber(this.value.amount) ?? 0,
        seconds: (this.minutes() ?? 0) * 60,
        ...(this.value.orderId.trim() ? { orderId: this.value.orderId.trim() } : {}),
      },
    });
  }

  override render() {
    const amount = wholeNumber(this.value.amount);
    return html`<form class="panel" aria-labelledby="hold-title" @submit=${this.submit}>
      <h2 id="hold-title">${t('member.hold')}</h2>
      <vaadin-text-field label=${t('form.amount')} required inputmode="numeric" .value=${this.value.amount}
        .invalid=${this.tried && amount === undefined} error-message=${t('form.amount.bad')}
        @input=${(event: Event) => this.set({ amount: (event.target as HTMLInputElement).value.trim() })}></vaadin-text-field>
      <vaadin-text-field label=${t('form.minutes')} required inputmode="numeric" .value=${this.value.minutes}
        .invalid=${this.tried && this.minutes() === undefined} error-message=${t('form.minutes.bad')}
        @input=${(event: Event) => this.set({ minutes: (event.target as HTMLInputElement).value.trim() })}></vaadin-text-field>
      <vaadin-text-field label=${t('form.order')} maxlength="100" .value=${this.value.orderId}
        @input=${(event: Event) => this.set({ orderId: (event.target as HTMLInputElement).value })}></vaadin-text-field>
      ${amount === undefined
        ? nothing
        : html`<p class="muted" role="status">${t('form.preview.hold', {
            before: units(this.balance), after: units(this.balance - amount), amount: units(amount),
          })}</p>`}
      ${this.ending()}
    </form>`;
  }

  private minutes(): number | undefined {
    const minutes = wholeNumber(this.value.minutes);
    return minutes !== undefined && minutes <= MINUTES_MAX ? minutes : undefined;
  }
}
