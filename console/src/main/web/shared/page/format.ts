import { locale } from '../i18n/i18n';

export function units(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** With its sign, also when it is positive. */
export function change(value: number): string {
  return new Intl.NumberFormat(locale(), { signDisplay: 'exceptZero' }).format(value);
}

/** An amount in the currency's minor unit. */
export function money(minor: number, currency: string): string {
  const form = new Intl.NumberFormat(locale(), { style: 'currency', currency });
  return form.format(minor / 10 ** (form.resolvedOptions().maximumFractionDigits ?? 2));
}

export function percent(partsPerMillion: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(partsPerMillion / 1_000_000);
}

/** To the second, in the reader's zone. */
export function time(instant: string | null | undefined): string {
  return instant ? new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(instant)) : '–';
}

export function day(instant: string | null | undefined): string {
  return instant ? new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(new Date(instant)) : '–';
}

/** The last millisecond of a day in the reader's zone, as an instant. */
export function endOf(localDay: string): string {
  return new Date(`${localDay}T23:59:59.999`).toISOString();
}
