import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import { timeField } from '../forms/fields';
import { SentForm } from '../forms/sent-form';
import { t } from '../i18n/texts';

/** Starts a run of a campaign: says first what it will do, since messages cannot be called back. */
@customElement('run-form')
export class RunForm extends SentForm<{ asOf: string }> {
  protected readonly form = 'run';
  protected readonly empty = { asOf: new Date().toLocaleDateString('sv') };

  protected isValid(): boolean {
    return /^\d{4}-\d{2}-\d{2}$/.test(this.value.asOf);
  }

  protected send(key: string): Promise<unknown> {
    return call('POST /api/recall/v1/campaigns/{id}/runs', { path: { id: this.subject }, key, body: { asOf: this.value.asOf } });
  }

  override render() {
    return html`<form aria-labelledby="run-form-title" @submit=${this.submit}>
      <h3 id="run-form-title">${t('recall.start')}</h3><p>${t('recall.start.what')}</p>
      ${timeField({ label: t('recall.asOf'), value: this.value.asOf, required: true, change: asOf => this.set({ asOf }) })}
      ${this.ending()}
    </form>`;
  }
}
