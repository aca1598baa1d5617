import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { ExpiredMonth } from '../../shared/api/schema';
import { yearUntilToday } from '../../shared/page/format';
import { Loading, View } from '../../shared/page/view';
import { shown } from '../../shared/components/states';
import '../../shared/components/bar-chart';
import { t } from '../i18n/texts';

/** What expired in the last year, by month. */
@customElement('expired-part')
export class ExpiredPart extends View {
  private readonly expired = new Loading<ExpiredMonth[]>(this, () => call('GET /api/points/v1/liability/expired', { query: yearUntilToday() }));

  override connectedCallback() {
    super.connectedCallback();
    void this.expired.load();
  }

  override render() {
    return html`<section class="panel" aria-labelledby="expired-title"><h2 id="expired-title">${t('home.expired')}</h2>
      ${shown(this.expired, months => months.length === 0
        ? html`<p class="empty">${t('book.expired.none')}</p>`
        : html`<bar-chart .name=${t('home.expired')} .category=${t('home.month')} .unit=${t('home.units')} file="expired"
            .bars=${months.map(month => ({ label: month.month, value: month.points }))}></bar-chart>`)}
    </section>`;
  }
}
