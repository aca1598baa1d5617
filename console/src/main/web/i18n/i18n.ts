import { en } from './en';
import { zh } from './zh';

export type Locale = 'zh-CN' | 'en';
export type TextKey = keyof typeof zh;

const KEY = 'lodestone.locale';
const TEXTS: Record<Locale, Record<TextKey, string>> = { 'zh-CN': zh, en };

/** Sent to `window` when the language changes. */
export const LOCALE_CHANGED = 'lodestone-locale-changed';

let current: Locale = start();

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

/** The text in the user's language; `{name}` in it stands for a value. */
export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  return TEXTS[current][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** A text whose key depends on data; the data itself where there is no text for it. */
export function tOf(prefix: string, value: string): string {
  const key = `${prefix}.${value}`;
  return key in TEXTS[current] ? TEXTS[current][key as TextKey] : value;
}

/** A text that a service wrote in both languages. */
export function local(text: { zh: string; en: string }): string {
  return current === 'en' ? text.en : text.zh;
}
