import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import { timeField } from '../forms/fields';
import { SentForm } from '../forms/sent-form';
import { t } from '../i18n/texts';

/** Publishes the definition of an older version again, under the next number. */
@customElement('rollback-form')
export class RollbackForm extends SentForm<{ from: string }> {
  @property() code = '';
  @property({ type: Number }) to = 1;
  @property({ type: Number }) next = 2;
  protected readonly form = 'rollback';
  protected readonly empty = { from: '' };

  protected isValid(): boolean {
    return !Number.isNaN(Date.parse(this.value.from));
  }

  protected send(): Promise<unknown> {
    return call('PUT /api/points/v1/earning-rules/{code}/versions/{version}/rollback', {
      path: { code: this.code, version: this.next }, body: { to: this.to, effectiveFrom: new Date(this.value.from).toISOString() },
    });
  }

  override render() {
    return html`<form aria-label=${t('rollback.title')} @submit=${this.submit}>
      <p>${t('rollback.what', { to: this.to, next: this.next })}</p>
      ${timeField({ label: t('publish.from'), type: 'datetime-local', required: true, value: this.value.from, change: from => this.set({ from }) })}
      ${this.ending(t('rollback.title'))}
    </form>`;
  }
}
