import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { KeyView, SealView } from '../../shared/api/schema';
import { time, units } from '../../shared/page/format';
import { may } from '../../shared/page/user';
import { Loading, View } from '../../shared/page/view';
import { dataTable } from '../../shared/components/data-table';
import { figure } from '../../shared/components/figure';
import { shown } from '../../shared/components/states';
import { t, tOf } from '../i18n/texts';
import './resume-sealing';

/** Whether the book is being sealed, the last block, and the keys that signed. */
@customElement('seal-part')
export class SealPart extends View {
  private readonly seal = new Loading<SealView>(this, () => call('GET /api/points/v1/ledger/seal'));

  override connectedCallback() {
    super.connectedCallback();
    void this.seal.load();
  }

  override render() {
    return html`<section class="panel" aria-labelledby="seal-title"><h2 id="seal-title">${t('seal.title')}</h2>
      <p class="muted">${t('seal.what')}</p>
      ${shown(this.seal, found => this.state(found))}
    </section>`;
  }

  private state(found: SealView) {
    return html`<p role="status"><span class="badge">${tOf('seal', found.state)}</span> ${found.trouble ? html`<span lang="en">${found.trouble}</span>` : nothing}</p>
      <dl class="cards">
        ${figure(t('seal.unsealed'), units(found.unsealed ?? 0), t('seal.unsealed.def'))}
        ${found.oldestUnsealedAt ? figure(t('seal.oldest'), time(found.oldestUnsealedAt)) : nothing}
        ${found.lastBlock ? figure(t('seal.block'), units(found.lastBlock.number), t('seal.block.def')) : nothing}
      </dl>
      ${found.lastBlock ? html`<p class="muted">${t('seal.hash')} <code class="long">${found.lastBlock.hash}</code></p>` : nothing}
      ${found.keys.length > 0 ? this.keys(found.keys) : nothing}
      ${found.state === 'STOPPED' && may('admin') ? html`<resume-sealing @form-sent=${() => void this.seal.load()}></resume-sealing>` : nothing}`;
  }

  private keys(keys: KeyView[]) {
    return dataTable<KeyView>(t('seal.keys'), 'keys', [
      { name: t('seal.key'), value: key => key.id, show: key => html`<code class="long">${key.id}</code>` },
      { name: t('seal.fromBlock'), number: true, value: key => key.fromBlock, show: key => units(key.fromBlock) },
      { name: t('seal.pinned'), value: key => String(key.vouchedFor), show: key => t(key.vouchedFor ? 'form.yes' : 'form.no') },
    ], keys);
  }
}
