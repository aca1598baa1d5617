import '@vaadin/button';
import '@vaadin/text-field';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { MemberTierView } from '../../shared/api/schema';
import { Loading, View } from '../../shared/page/view';
import { go, href } from '../../shared/page/router';
import { may } from '../../shared/page/user';
import { cannot, shown } from '../../shared/components/states';
import { t } from '../i18n/texts';
import { isMembershipNumber, isReference, recentMembers } from './reference';

/** Finds a member. */
@customElement('members-view')
export class MembersView extends View {
  @state() private bad = false;
  private number = '';
  private readonly found = new Loading<MemberTierView>(this, () =>
    call('GET /api/tier/v1/membership-numbers/{number}', { path: { number: this.number } }));

  override render() {
    return html`<div class="page">
      <h1 tabindex="-1">${t('members.title')}</h1>
      ${may('members-read') ? this.search() : cannot('members-read')}
    </div>`;
  }

  private search() {
    const recent = recentMembers();
    return html`<form class="panel" role="search" @submit=${this.open}>
        <div class="row end">
          <vaadin-text-field class="grow" name="reference" label=${t('members.reference')} helper-text=${t('members.reference.hint')}
            .invalid=${this.bad} error-message=${t('members.reference.bad')} clear-button-visible autofocus></vaadin-text-field>
          <vaadin-button theme="primary" @click=${this.open}>${t('members.open')}</vaadin-button>
        </div>
        ${shown(this.found, () => nothing)}
      </form>
      ${recent.length === 0
        ? html`<p class="empty">${t('members.first')}</p>`
        : html`<section class="panel"><h2>${t('members.recent')}</h2>
            <ul>${recent.map(reference => html`<li><a href=${href(`/members/${encodeURIComponent(reference)}`)}>${reference}</a></li>`)}</ul>
          </section>`}`;
  }

  private open(event: Event) {
    event.preventDefault();
    const field = this.querySelector<HTMLElement & { value: string }>('vaadin-text-field');
    const reference = field?.value.trim() ?? '';
    this.bad = !isReference(reference);
    this.found.clear();
    if (this.bad) {
      field?.focus();
    } else if (isMembershipNumber(reference)) {
      this.number = reference;
      void this.found.load().then(() => this.show(this.found.value?.memberId));
    } else {
      this.show(reference);
    }
  }

  private show(reference: string | undefined) {
    if (reference) {
      go(href(`/members/${encodeURIComponent(reference)}`));
    }
  }
}
