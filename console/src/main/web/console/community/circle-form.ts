import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import { textField } from '../forms/fields';
import { SentForm } from '../forms/sent-form';
import { t } from '../i18n/texts';

interface NewCircle {
  code: string;
  name: string;
  description: string;
}

const CODE = /^[a-z][a-z0-9-]{0,49}$/;

/** Creates a circle, which members can join at once. */
@customElement('circle-form')
export class CircleForm extends SentForm<NewCircle> {
  protected readonly form = 'circle';
  protected readonly empty: NewCircle = { code: '', name: '', description: '' };

  protected isValid(): boolean {
    return CODE.test(this.value.code) && this.value.name.trim() !== '';
  }

  protected send(): Promise<unknown> {
    const { code, name, description } = this.value;
    return call('POST /api/community/v1/circles', { body: { code, name: name.trim(), ...(description.trim() ? { description: description.trim() } : {}) } as NewCircle });
  }

  override render() {
    const { code, name, description } = this.value;
    return html`<form class="panel" aria-labelledby="circle-title" @submit=${this.submit}>
      <h2 id="circle-title">${t('community.new')}</h2>
      ${textField({
        label: t('rules.code'), value: code, required: true, max: 50, hint: t('form.code.hint'), change: value => this.set({ code: value.trim() }),
        error: this.tried && !CODE.test(code) ? t('form.code.bad') : undefined,
      })}
      ${textField({
        label: t('community.name'), value: name, required: true, max: 80, change: value => this.set({ name: value }),
        error: this.tried && name.trim() === '' ? t('form.needed') : undefined,
      })}
      ${textField({ label: t('community.description'), value: description, max: 1_000, change: value => this.set({ description: value }) })}
      ${this.ending()}
    </form>`;
  }
}
