import { html, type TemplateResult } from 'lit';
import type { ForecastLine } from '../../shared/api/schema';
import { day, units } from '../../shared/page/format';
import { tOf } from '../../shared/i18n/i18n';
import { lastDay } from '../page/moment';

/** What will be booked if nothing else happens, one line for each day and kind. */
export function upcoming(lines: readonly ForecastLine[]): TemplateResult {
  return html`<ul class="plain upcoming">${lines.map(line => html`<li>
    <span>${line.kind === 'EXPIRED' ? lastDay(line.at) : day(line.at)}</span><span>${tOf('upcoming', line.kind)}</span><strong>${units(Math.abs(line.change))}</strong></li>`)}</ul>`;
}
