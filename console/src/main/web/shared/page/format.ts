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
  return new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(major(minor, currency));
}

/** As a number of the currency's main unit. */
export function major(minor: number, currency: string): number {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return minor / 10 ** digits;
}

export function percent(partsPerMillion: number | null): string {
  return partsPerMillion === null ? '–' : new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(partsPerMillion / 1_000_000);
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

/** The day in UTC, as the services' reports count days. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

export function yearUntilToday(): { from: string; until: string } {
  const from = new Date();
  from.setUTCFullYear(from.getUTCFullYear() - 1);
  return { from: from.toISOString().slice(0, 10), until: today() };
}

/** The last 31 days in UTC, today included. */
export function monthUntilTomorrow(): { from: string; until: string } {
  const day = 86_400_000;
  return { from: new Date(Date.now() - 30 * day).toISOString().slice(0, 10), until: new Date(Date.now() + day).toISOString().slice(0, 10) };
}

/** The last days of the months before this one, and today; the earliest first. */
export function monthEnds(count: number): string[] {
  const now = new Date();
  const ends = Array.from({ length: count - 1 }, (_, back) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 0)));
  return [...ends.reverse().map(end => end.toISOString().slice(0, 10)), today()];
}

/** The time now in the reader's zone, as a field for times takes it. */
export function localNow(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
