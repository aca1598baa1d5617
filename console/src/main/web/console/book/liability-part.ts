import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { Item, LiabilityView, ObservedCohort } from '../../shared/api/schema';
import { major, money, monthEnds, percent, time, units } from '../../shared/page/format';
import { go, href, place, PLACE_CHANGED } from '../../shared/page/router';
import { Loading, View } from '../../shared/page/view';
import { dataTable } from '../../shared/components/data-table';
import { figure } from '../../shared/components/figure';
import { shown } from '../../shared/components/states';
import '../../shared/components/bar-chart';
import { t } from '../i18n/texts';

const PPM = 1_000_000;
const MONTHS = 6;

/** The liability now or at the end of a day, and what will expire by month. */
@customElement('liability-part')
export class LiabilityPart extends View {
  private loadedFor: string | undefined;
  private readonly liability = new Loading<LiabilityView>(this, () =>
    call('GET /api/points/v1/liability', { query: { at: this.day() } }));
  private readonly history = new Loading<LiabilityView[]>(this, async () => {
    const found: LiabilityView[] = [];
    // One after the other: each is a report over the whole book.
    for (const at of monthEnds(MONTHS)) {
      found.push(await call('GET /api/points/v1/liability', { query: { at } }));
    }
    return found;
  });
  private readonly onPlace = () => this.load();

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener(PLACE_CHANGED, this.onPlace);
    this.load();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener(PLACE_CHANGED, this.onPlace);
  }

  private load() {
    const day = this.day() ?? '';
    if (day !== this.loadedFor) {
      this.loadedFor = day;
      void this.liability.load();
    }
  }

  override render() {
    return html`<section class="panel" aria-labelledby="liability-title">
      <div class="row end"><h2 id="liability-title" class="grow">${t('book.liability')}</h2>
        <label class="muted">${t('book.day')}
          <input class="plain-select" type="date" .value=${this.day() ?? ''} @change=${this.choose}></label>
        ${this.day() ? html`<a href=${href('/book', { ...others(), day: undefined })}>${t('member.asOf.now')}</a>` : nothing}</div>
      ${shown(this.liability, found => this.report(found))}
    </section>`;
  }

  private report(found: LiabilityView) {
    const spent = (value: number) => money(value, found.currency);
    return html`<p class="muted">${t('book.at', { time: time(found.at) })}</p>
      <dl class="cards">
        ${figure(t('home.liability'), spent(found.liabilityMinor), t('home.liability.def'))}
        ${figure(t('home.outstanding'), units(found.outstanding), t('home.outstanding.def'))}
        ${figure(t('book.cost'), spent(found.costPer1000Minor), t('book.cost.def'))}
        ${figure(t('book.breakage'), percent(found.breakagePpm), t('book.breakage.def'))}
        ${figure(t('book.observed'), percent(found.observed.breakagePpm), t('book.observed.def'))}
      </dl>
      ${found.items.length === 0
        ? html`<p class="empty">${t('book.first')}</p>`
        : html`<div class="columns">${this.byMonth(found, spent)}${this.byCohort(found, spent)}</div>
            <details @toggle=${this.showHistory}><summary>${t('book.history')}</summary>${shown(this.history, found => this.overTime(found))}</details>
            <details><summary>${t('book.items')}</summary>${this.items(found.items, found.currency)}</details>
            <details><summary>${t('book.cohorts')}</summary>${this.cohorts(found.observed.cohorts)}</details>`}`;
  }

  private byMonth(found: LiabilityView, spent: (value: number) => string) {
    const bars = sums(found.items, item => item.expiryMonth ?? t('book.never'), item => item.liabilityMinor);
    const due = sums(found.items.filter(item => item.expiryMonth), item => item.expiryMonth ?? '',
      item => item.outstanding, item => Math.round(item.outstanding * item.breakagePpm / PPM));
    return html`<div><h3>${t('book.byMonth')}</h3>
        <bar-chart .name=${t('book.byMonth')} .category=${t('book.expiry')} .unit=${t('home.liability')} .format=${spent} .bars=${bars} file="liability-by-month"></bar-chart></div>
      <div><h3>${t('book.forecast')}</h3><p class="muted">${t('book.forecast.def')}</p>
        ${due.length === 0 ? html`<p class="empty">${t('book.forecast.none')}</p>` : html`<bar-chart .name=${t('book.forecast')} .category=${t('book.expiry')} .unit=${t('home.outstanding')} .otherUnit=${t('book.willExpire')} .bars=${due} file="expiry-forecast"></bar-chart>`}</div>`;
  }

  private readonly showHistory = (event: Event) => {
    if ((event.target as HTMLDetailsElement).open && this.history.value === undefined && !this.history.pending) {
      void this.history.load();
    }
  };

  private overTime(found: LiabilityView[]) {
    const bars = found.map(one => ({ label: one.at.slice(0, 10), value: one.liabilityMinor }));
    return html`<bar-chart .name=${t('book.history')} .category=${t('recall.day')} .unit=${t('home.liability')} file="liability-over-time"
      .format=${(value: number) => money(value, found[0]?.currency ?? 'CNY')} .bars=${bars}></bar-chart>`;
  }

  private byCohort(found: LiabilityView, spent: (value: number) => string) {
    const bars = sums(found.items, item => item.cohort ?? t('book.open'), item => item.liabilityMinor);
    return html`<div><h3>${t('book.byCohort')}</h3>
      <bar-chart .name=${t('book.byCohort')} .category=${t('book.cohort')} .unit=${t('home.liability')} .format=${spent} .bars=${bars} file="liability-by-cohort"></bar-chart></div>`;
  }

  private items(items: Item[], currency: string) {
    return dataTable<Item>(t('book.items'), 'liability', [
      { name: t('book.cohort'), value: item => item.cohort, show: item => item.cohort ?? t('book.open') },
      { name: t('book.expiry'), value: item => item.expiryMonth, show: item => item.expiryMonth ?? t('book.never') },
      { name: t('home.outstanding'), number: true, value: item => item.outstanding, show: item => units(item.outstanding) },
      { name: t('book.breakage'), number: true, value: item => item.breakagePpm / PPM, show: item => percent(item.breakagePpm) },
      { name: t('home.liability'), number: true, value: item => major(item.liabilityMinor, currency), show: item => money(item.liabilityMinor, currency) },
    ], items);
  }

  private cohorts(cohorts: ObservedCohort[]) {
    return dataTable<ObservedCohort>(t('book.cohorts'), 'observed-breakage', [
      { name: t('book.cohort'), value: one => one.cohort },
      { name: t('home.issued'), number: true, value: one => one.issued, show: one => units(one.issued) },
      { name: t('book.expired'), number: true, value: one => one.expired, show: one => units(one.expired) },
      { name: t('book.observed'), number: true, value: one => one.breakagePpm / PPM, show: one => percent(one.breakagePpm) },
    ], cohorts);
  }

  private readonly choose = (event: Event) =>
    go(href('/book', { ...others(), day: (event.target as HTMLInputElement).value }), 'replace');

  private day(): string | undefined {
    const chosen = place().query.get('day') ?? '';
    return /^\d{4}-\d{2}-\d{2}$/.test(chosen) ? chosen : undefined;
  }
}

/** The other parts of the address, which stay. */
function others(): Record<string, string> {
  return Object.fromEntries(place().query);
}

function sums(items: Item[], label: (item: Item) => string, value: (item: Item) => number, other?: (item: Item) => number) {
  const found = new Map<string, { label: string; value: number; other: number }>();
  for (const item of items) {
    const name = label(item);
    const sum = found.get(name) ?? { label: name, value: 0, other: 0 };
    found.set(name, { label: name, value: sum.value + value(item), other: sum.other + (other?.(item) ?? 0) });
  }
  return [...found.values()].sort((one, two) => one.label.localeCompare(two.label));
}
