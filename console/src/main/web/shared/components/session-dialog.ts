import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { View } from '../page/view';
import { SESSION_ENDED, SESSION_RENEWED } from '../api/client';
import { loadUser } from '../page/user';
import { t } from '../i18n/i18n';

/** Asks the user to sign in again beside the page, which keeps all that was written. */
@customElement('session-dialog')
export class SessionDialog extends View {
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private still = false;
  private readonly onEnded = () => this.open();
  private readonly onReturn = () => {
    if (this.dialog.open && document.visibilityState === 'visible') {
      void this.check(false);
    }
  };

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener(SESSION_ENDED, this.onEnded);
    document.addEventListener('visibilitychange', this.onReturn);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener(SESSION_ENDED, this.onEnded);
    document.removeEventListener('visibilitychange', this.onReturn);
  }

  private open() {
    if (!this.dialog.open) {
      this.still = false;
      this.dialog.showModal();
    }
  }

  private async check(asked: boolean): Promise<void> {
    try {
      await loadUser();
      this.dialog.close();
      window.dispatchEvent(new CustomEvent(SESSION_RENEWED));
    } catch {
      this.still = asked;
    }
  }

  override render() {
    return html`<dialog aria-labelledby="session-ended" @cancel=${(event: Event) => event.preventDefault()}>
      <h2 id="session-ended">${t('ended.title')}</h2>
      <p>${t('ended.text')}</p>
      <p><a href="/session/renewed" target="_blank" rel="noopener">${t('ended.signIn')}</a></p>
      <p><button type="button" class="plain-button" @click=${() => void this.check(true)}>${t('ended.check')}</button></p>
      ${this.still ? html`<p role="alert">${t('ended.still')}</p>` : nothing}
    </dialog>`;
  }
}
