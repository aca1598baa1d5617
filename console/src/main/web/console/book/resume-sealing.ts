import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import { textField } from '../forms/fields';
import { SentForm } from '../forms/sent-form';
import { t } from '../i18n/texts';

/** Resumes sealing after the database was restored from an older backup. */
@customElement('resume-sealing')
export class ResumeSealing extends SentForm<{ reason: string }> {
  protected readonly form = 'resume-sealing';
  protected readonly empty = { reason: '' };

  protected isValid(): boolean {
    return this.value.reason.trim() !== '';
  }

  protected send(key: string): Promise<unknown> {
    return call('POST /api/points/v1/ledger/seal/resumption', { key, body: { reason: this.value.reason.trim() } });
  }

  override render() {
    return html`<form aria-labelledby="resume-title" @submit=${this.submit}>
      <h3 id="resume-title">${t('seal.resume')}</h3><p>${t('seal.resume.what')}</p>
      ${textField({
        label: t('form.reason'), value: this.value.reason, required: true, change: reason => this.set({ reason }),
        error: this.tried && !this.isValid() ? t('form.reason.bad') : undefined,
      })}
      ${this.ending()}
    </form>`;
  }
}
