import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import { textField } from '../forms/fields';
import { SentForm, wholeNumber } from '../forms/sent-form';
import { t } from '../i18n/texts';

const DAYS_MAX = 3_650;

/** Starts a backtest. */
@customElement('backtest-form')
export class BacktestForm extends SentForm<{ days: string }> {
  @property() code = '';
  @property({ type: Number }) version = 1;
  protected readonly form = 'backtest';
  protected readonly empty = { days: '90' };
  protected override readonly silent = true;

  protected isValid(): boolean {
    const days = wholeNumber(this.value.days);
    return days !== undefined && days <= DAYS_MAX;
  }

  protected send(): Promise<unknown> {
    // A definition may have changed since the last one, so each press is a backtest of its own.
    return call('POST /api/points/v1/earning-rules/{code}/versions/{version}/backtests', {
      path: { code: this.code, version: this.version }, key: crypto.randomUUID(), body: { days: Number(this.value.days) },
    });
  }

  override render() {
    return html`<form aria-label=${t('backtest.title')} @submit=${this.submit}>
      ${textField({
        label: t('backtest.days'), value: this.value.days, numeric: true, required: true, change: days => this.set({ days: days.trim() }),
        error: this.isValid() ? undefined : t('backtest.days.bad'),
      })}
      ${this.ending(t('backtest.start'))}
    </form>`;
  }
}
