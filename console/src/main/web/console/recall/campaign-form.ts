import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import { textArea, textField } from '../forms/fields';
import { SentForm, wholeNumber } from '../forms/sent-form';
import { t } from '../i18n/texts';

interface NewCampaign {
  name: string;
  subject: string;
  body: string;
  bonusPoints: string;
  validDays: string;
  holdOutPercent: string;
}

const VARIABLE = /\{(\w+)\}/g;

/** Defines a campaign. It cannot be changed later, so the message is shown as members will read it. */
@customElement('campaign-form')
export class CampaignForm extends SentForm<NewCampaign> {
  protected readonly form = 'campaign';
  protected readonly empty: NewCampaign = { name: '', subject: '', body: '', bonusPoints: '', validDays: '30', holdOutPercent: '10' };

  protected isValid(): boolean {
    const { name, subject, body } = this.value;
    return [name, subject, body].every(text => text.trim() !== '') && this.bonus() !== undefined
      && this.validDays() !== undefined && this.holdOut() !== undefined;
  }

  protected send(key: string): Promise<unknown> {
    const { name, subject, body } = this.value;
    return call('POST /api/recall/v1/campaigns', {
      key,
      body: {
        name: name.trim(), subject: subject.trim(), body,
        bonusPoints: this.bonus() ?? 0, validDays: this.validDays() ?? 0, holdOutPercent: this.holdOut() ?? 0,
      },
    });
  }

  override render() {
    return html`<form class="panel" aria-labelledby="campaign-title" @submit=${this.submit}>
      <h2 id="campaign-title">${t('recall.new')}</h2>
      <p class="muted">${t('recall.new.what')}</p>
      ${this.text('name', t('community.name'), 100)}
      ${this.text('subject', t('recall.subject'), 200)}
      ${textArea({
        label: t('recall.body'), value: this.value.body, required: true, max: 10_000, hint: t('recall.variables', { open: '{', close: '}' }), change: body => this.set({ body }),
        error: this.tried && this.value.body.trim() === '' ? t('form.needed') : undefined,
      })}
      ${this.number('bonusPoints', t('recall.bonus'), this.bonus(), t('form.amount.bad'))}
      ${this.number('validDays', t('recall.validDays'), this.validDays(), t('recall.validDays.bad'))}
      ${this.number('holdOutPercent', t('recall.holdOut'), this.holdOut(), t('recall.holdOut.bad'))}
      ${this.value.subject || this.value.body
        ? html`<section aria-label=${t('recall.preview')}><p class="muted">${t('recall.preview')}</p>
            <blockquote class="text"><strong>${this.filled(this.value.subject)}</strong><br>${this.filled(this.value.body)}</blockquote></section>`
        : ''}
      ${this.ending()}
    </form>`;
  }

  private text(name: 'name' | 'subject', label: string, max: number) {
    return textField({
      label, value: this.value[name], required: true, max, change: value => this.set({ [name]: value }),
      error: this.tried && this.value[name].trim() === '' ? t('form.needed') : undefined,
    });
  }

  private number(name: 'bonusPoints' | 'validDays' | 'holdOutPercent', label: string, read: number | undefined, error: string) {
    return textField({
      label, value: this.value[name], required: true, numeric: true, change: value => this.set({ [name]: value.trim() }),
      error: this.tried && read === undefined ? error : undefined,
    });
  }

  private filled(text: string): string {
    return text.replace(VARIABLE, (whole, name: string) =>
      name === 'name' ? t('recall.preview.name') : name === 'bonus' ? this.value.bonusPoints : whole);
  }

  private bonus(): number | undefined {
    return within(this.value.bonusPoints, 1_000_000_000);
  }

  private validDays(): number | undefined {
    return within(this.value.validDays, 365);
  }

  private holdOut(): number | undefined {
    return this.value.holdOutPercent === '0' ? 0 : within(this.value.holdOutPercent, 90);
  }
}

function within(text: string, max: number): number | undefined {
  const number = wholeNumber(text);
  return number !== undefined && number <= max ? number : undefined;
}
