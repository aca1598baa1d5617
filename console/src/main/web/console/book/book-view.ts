import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { may } from '../../shared/page/user';
import { View } from '../../shared/page/view';
import { cannot } from '../../shared/components/states';
import { t } from '../i18n/texts';
import './liability-part';
import './expired-part';
import './verification-part';
import './seal-part';

/** What the brand owes in points, and whether the book is as it was written. */
@customElement('book-view')
export class BookView extends View {
  override render() {
    return html`<div class="page">
      <h1 tabindex="-1">${t('book.title')}</h1>
      ${may('ledger-audit')
        ? html`<liability-part></liability-part><expired-part></expired-part><verification-part></verification-part><seal-part></seal-part>`
        : cannot('ledger-audit')}
    </div>`;
  }
}
