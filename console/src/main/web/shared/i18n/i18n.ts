import { en } from './en';
import { zh } from './zh';

export type Locale = 'zh-CN' | 'en';
export type SharedKey = keyof typeof zh;
type Texts<K extends string> = Record<Locale, Record<K, string>>;
type Values = Record<string, string | number>;

const KEY = 'lodestone.locale';
const SHARED: Texts<SharedKey> = { 'zh-CN': zh, en };

/** Sent to `window` when the language changes. */
export const LOCALE_CHANGED = 'lodestone-locale-changed';

let current: Locale = start();
let all: Record<Locale, Record<string, string>> = SHARED;

function start(): Locale {
  const chosen = localStorage.getItem(KEY) ?? navigator.language;
  const locale: Locale = chosen.startsWith('en') ? 'en' : 'zh-CN';
  document.documentElement.lang = locale;
  return locale;
}

export function locale(): Locale {
  return current;
}

export function chooseLocale(chosen: Locale): void {
  current = chosen;
  localStorage.setItem(KEY, chosen);
  document.documentElement.lang = chosen;
  window.dispatchEvent(new CustomEvent(LOCALE_CHANGED));
}

/** Adds the texts of one page to the shared ones; where both have a key, the page's text counts. */
export function withTexts<K extends string>(own: Texts<K>): (key: K | SharedKey, values?: Values) => string {
  all = { 'zh-CN': { ...SHARED['zh-CN'], ...own['zh-CN'] }, en: { ...SHARED.en, ...own.en } };
  return (key, values) => text(key, values);
}

/** A shared text. */
export function t(key: SharedKey, values?: Values): string {
  return text(key, values);
}

/** A text whose key depends on data; the data itself where there is no text for it. */
export function tOf(prefix: string, value: string): string {
  return all[current][`${prefix}.${value}`] ?? value;
}

/** A text that a service wrote in both languages. */
export function local(both: { zh: string; en: string }): string {
  return current === 'en' ? both.en : both.zh;
}

/** `{name}` in a text stands for a value. */
function text(key: string, values: Values = {}): string {
  return (all[current][key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
