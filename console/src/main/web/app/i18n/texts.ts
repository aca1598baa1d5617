import { withTexts } from '../../shared/i18n/i18n';
import { en } from './en';
import { zh } from './zh';

export type TextKey = keyof typeof zh;

/** A text of the member page, or a shared one. */
export const t = withTexts({ 'zh-CN': zh, en });
