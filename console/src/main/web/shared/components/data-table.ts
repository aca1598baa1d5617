import { html, type TemplateResult } from 'lit';
import { t } from '../i18n/i18n';
import { saveCsv, type Cell } from '../page/csv';

export interface Column<R> {
  name: string;
  number?: boolean;
  /** As it is written to the file. */
  value: (row: R) => Cell;
  /** As it is shown, where that differs. */
  show?: (row: R) => TemplateResult | string;
}

/** A table, and a button that saves what it shows as CSV. */
export function dataTable<R>(caption: string, file: string, columns: ReadonlyArray<Column<R>>, rows: ReadonlyArray<R>): TemplateResult {
  const save = () => saveCsv(file, [columns.map(column => column.name), ...rows.map(row => columns.map(column => column.value(row)))]);
  // On a narrow screen each row of a wide table becomes a block, so that nothing is cut.
  return html`<div class="table" tabindex="0"><table class=${columns.length > 3 ? 'stack' : ''}>
      <caption class="muted">${caption}</caption>
      <thead><tr>${columns.map(column => html`<th scope="col" class=${column.number ? 'number' : ''}>${column.name}</th>`)}</tr></thead>
      <tbody>${rows.map(row => html`<tr>${columns.map(column => html`<td class=${column.number ? 'number' : ''} data-label=${column.name}><div>${
        column.show ? column.show(row) : column.value(row)}</div></td>`)}</tr>`)}</tbody>
    </table></div>
    <button type="button" class="plain-button" @click=${save} aria-label=${`${t('table.csv')}: ${caption}`}>${t('table.csv')}</button>`;
}
