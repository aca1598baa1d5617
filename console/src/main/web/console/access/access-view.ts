import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { may } from '../../shared/page/user';
import { View } from '../../shared/page/view';
import { dataTable } from '../../shared/components/data-table';
import { t, tOf } from '../i18n/texts';

/** As the services name them. The identity provider gives them out; nothing here changes them. */
const CAPABILITIES = [
  'members-read', 'adjustments', 'holds', 'rules', 'catalogue', 'ledger-audit', 'circles', 'moderation', 'campaigns', 'dead-letters', 'admin', 'member',
];

/** What each capability allows, and whether the user has it. */
@customElement('access-view')
export class AccessView extends View {
  override render() {
    return html`<div class="page">
      <h1 tabindex="-1">${t('access.title')}</h1>
      <p class="muted">${t('access.what')}</p>
      ${dataTable<string>(t('access.title'), 'capabilities', [
        { name: t('access.capability'), value: one => one, show: one => html`<code>${one}</code>` },
        { name: t('access.allows'), value: one => tOf('capability', one) },
        { name: t('access.yours'), value: one => String(may(one)), show: one => (may(one) ? t('form.yes') : t('form.no')) },
      ], CAPABILITIES)}
    </div>`;
  }
}
