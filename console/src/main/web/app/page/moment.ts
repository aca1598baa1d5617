import { locale } from '../../shared/i18n/i18n';
import { day } from '../../shared/page/format';

/** To the minute, in the reader's zone. */
export function moment(instant: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

/** The last day before an end that is itself excluded, such as an expiry: one at midnight does not count as a day. */
export function lastDay(end: string): string {
  return day(new Date(Date.parse(end) - 1).toISOString());
}
