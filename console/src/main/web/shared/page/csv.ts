export type Cell = string | number | null | undefined;

/** Saves rows as a CSV file (RFC 4180), with the mark that makes spreadsheets read it as UTF-8. */
export function saveCsv(name: string, rows: ReadonlyArray<ReadonlyArray<Cell>>): void {
  const text = rows.map(row => row.map(cell).join(',')).join('\r\n');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\uFEFF', text, '\r\n'], { type: 'text/csv;charset=utf-8' }));
  link.download = `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}

function cell(value: Cell): string {
  if (typeof value === 'number') {
    return String(value);
  }
  // A spreadsheet would run a text that begins like a formula.
  const text = (value ?? '').replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
