import '@vaadin/button';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { Problem } from '../../shared/api/problem';
import type { Finding, VerificationView } from '../../shared/api/schema';
import { time, units } from '../../shared/page/format';
import { go, href, place, PLACE_CHANGED } from '../../shared/page/router';
import { Pages } from '../../shared/page/pages';
import { asProblem, Loading, View } from '../../shared/page/view';
import { dataTable } from '../../shared/components/data-table';
import { figure } from '../../shared/components/figure';
import { listed, refusal, shown } from '../../shared/components/states';
import { t, tOf } from '../i18n/texts';

const POLL_MS = 2_000;

/** Asks for a verification of the whole book and shows what it finds; the address names it, so that it can be shared. */
@customElement('verification-part')
export class VerificationPart extends View {
  @state() private problem: Problem | undefined;
  private poll: ReturnType<typeof setTimeout> | undefined;
  private readonly verification = new Loading<VerificationView>(this, () =>
    call('GET /api/points/v1/ledger/verifications/{id}', { path: { id: this.chosen() } }));
  private readonly past = new Pages<VerificationView>(this, after =>
    call('GET /api/points/v1/ledger/verifications', { query: { after, limit: 10 } }));
  private readonly onPlace = () => this.follow();

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener(PLACE_CHANGED, this.onPlace);
    this.follow();
    void this.past.start();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener(PLACE_CHANGED, this.onPlace);
    clearTimeout(this.poll);
  }

  /** Reads it until it has ended. */
  private follow() {
    clearTimeout(this.poll);
    if (this.chosen() === '' || (this.verification.value?.id === this.chosen() && this.verification.value.status !== 'RUNNING')) {
      return;
    }
    void this.verification.load().then(() => {
      if (this.isConnected && this.verification.value?.status === 'RUNNING') {
        this.poll = setTimeout(this.onPlace, POLL_MS);
      } else {
        void this.past.start();
      }
    });
  }

  override render() {
    return html`<section class="panel" aria-labelledby="verification-title">
      <div class="row"><h2 id="verification-title" class="grow">${t('verify.title')}</h2>
        <vaadin-button ?disabled=${this.verification.value?.status === 'RUNNING'} @click=${this.request}>${t('verify.start')}</vaadin-button></div>
      <p class="muted">${t('verify.what')}</p>
      ${this.problem ? refusal(this.problem) : nothing}
      ${this.chosen() === '' ? html`<p class="empty">${t('verify.first')}</p>` : shown(this.verification, found => this.result(found))}
      <h3>${t('verify.past')}</h3>${listed(this.past, t('verify.past.none'), items => this.list(items))}
    </section>`;
  }

  private result(found: VerificationView) {
    return html`<p role="status"><span class="badge">${tOf('verify', found.status)}</span>
        <span class="muted">${t('verify.asked', { time: time(found.requestedAt) })}${
          found.finishedAt ? ` · ${t('verify.ended', { time: time(found.finishedAt) })}` : ''}</span></p>
      ${found.failure ? html`<p class="notice" lang="en">${found.failure}</p>` : nothing}
      <dl class="cards">
        ${figure(t('verify.blocks'), `${units(found.blocksDone ?? 0)} / ${units(found.blocks ?? 0)}`)}
        ${figure(t('verify.postings'), units(found.postings ?? 0))}
        ${figure(t('verify.accounts'), units(found.accounts ?? 0))}
        ${figure(t('verify.entries'), units(found.entries ?? 0))}
        ${figure(t('verify.heads'), units(found.heads ?? 0))}
        ${figure(t('verify.findings'), units(found.findings ?? 0), t('verify.findings.def'))}
      </dl>
      ${found.items.length > 0 ? this.findings(found.items) : nothing}`;
  }

  private list(items: VerificationView[]) {
    return dataTable<VerificationView>(t('verify.past'), 'verifications', [
      {
        name: t('verify.requested'), value: one => one.requestedAt,
        show: one => html`<a href=${this.address(one.id)} aria-current=${one.id === this.chosen() ? 'true' : 'false'}>${time(one.requestedAt)}</a>`,
      },
      { name: t('verify.finished'), value: one => one.finishedAt, show: one => time(one.finishedAt) },
      { name: t('verify.result'), value: one => one.status, show: one => html`<span class="badge">${tOf('verify', one.status)}</span>` },
      { name: t('verify.postings'), number: true, value: one => one.postings, show: one => units(one.postings) },
      { name: t('verify.findings'), number: true, value: one => one.findings, show: one => units(one.findings) },
    ], items);
  }

  private findings(items: Finding[]) {
    return dataTable<Finding>(t('verify.findings'), 'findings', [
      { name: t('verify.kind'), value: one => one.kind, show: one => tOf('finding', one.kind) },
      { name: t('verify.detail'), value: one => one.detail },
      { name: t('verify.block'), number: true, value: one => one.block },
      { name: t('verify.member'), value: one => one.memberId, show: one => one.memberId
        ? html`<a href=${href(`/members/${one.memberId}`)}>${one.memberId}</a>` : '–' },
      { name: t('verify.posting'), value: one => one.postingId },
    ], items);
  }

  private readonly request = async (): Promise<void> => {
    this.problem = undefined;
    try {
      const asked = (await call('POST /api/points/v1/ledger/verifications', { key: crypto.randomUUID() })) as VerificationView;
      go(this.address(asked.id), 'replace');
    } catch (failure) {
      this.problem = asProblem(failure);
    }
  };

  private address(verification: string): string {
    return href('/book', { ...Object.fromEntries(place().query), verification });
  }

  private chosen(): string {
    return place().query.get('verification') ?? '';
  }
}
