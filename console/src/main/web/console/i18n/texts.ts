import { withTexts } from '../../shared/i18n/i18n';
import { en } from './en';
import { zh } from './zh';

export { chooseLocale, local, locale, tOf, type Locale } from '../../shared/i18n/i18n';
export type TextKey = Parameters<typeof t>[0];

/** The text in the user's language; `{name}` in it stands for a value. */
export const t = withTexts({ 'zh-CN': zh, en });
