import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { go, href, place, PLACE_CHANGED } from '../../shared/page/router';
import { may } from '../../shared/page/user';
import { View } from '../../shared/page/view';
import { cannot } from '../../shared/components/states';
import { t } from '../i18n/texts';
import { SERVICES } from './services';
import './dead-letters';

/** The dead letters of every service, by reason. */
@customElement('operations-view')
export class OperationsView extends View {
  private readonly onPlace = () => this.requestUpdate();

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener(PLACE_CHANGED, this.onPlace);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener(PLACE_CHANGED, this.onPlace);
  }

  override render() {
    const allowed = may('dead-letters', 'admin');
    const chosen = place().query.get('service') ?? '';
    return html`<div class="page">
      <div class="row"><h1 tabindex="-1" class="grow">${t('ops.title')}</h1>
        ${allowed
          ? html`<label class="muted">${t('ops.service')}
              <select class="plain-select" @change=${(event: Event) => go(href('/operations', { service: (event.target as HTMLSelectElement).value }), 'replace')}>
                <option value="" ?selected=${chosen === ''}>${t('approvals.all')}</option>
                ${SERVICES.map(service => html`<option value=${service} ?selected=${chosen === service}>${service}</option>`)}
              </select></label>`
          : nothing}
        ${may('admin') ? html`<a href=${href('/operations/audit')}>${t('audit.title')}</a>` : nothing}</div>
      ${allowed
        ? SERVICES.filter(service => chosen === '' || chosen === service).map(service => html`<dead-letters .service=${service}></dead-letters>`)
        : cannot('dead-letters')}
    </div>`;
  }
}
