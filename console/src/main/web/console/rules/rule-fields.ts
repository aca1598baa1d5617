import { html, nothing, type TemplateResult } from 'lit';
import { choice, textField, timeField } from '../forms/fields';
import { t, tOf } from '../i18n/texts';
import { AWARDS, SAMPLES, type Written } from './definition';

type Change = (part: Partial<Written>) => void;
type Fault = { field: string; detail: string } | undefined;

const EXPIRIES = ['', 'AFTER_DAYS', 'ACTIVITY', 'END_OF_MONTH', 'END_OF_QUARTER', 'END_OF_YEAR', 'FIXED_DATE'];
const PERIODS = ['', 'DAY', 'WEEK', 'MONTH', 'YEAR', 'LIFETIME'];
const METRICS = ['', 'FACTS', 'MEMBERS', 'AMOUNT_MINOR'];

/** The fields of a rule in the order in which one thinks of them: for what, how much, until when, how often. */
export function ruleFields(written: Written, change: Change, fault: Fault): TemplateResult {
  const title = (written.title ?? {}) as { zh?: string; en?: string };
  return html`
    ${group('title', fault, html`
      ${textField({ label: t('rule.title.zh'), value: title.zh ?? '', change: zh => change({ title: { ...title, zh } }) })}
      ${textField({ label: t('rule.title.en'), value: title.en ?? '', change: en => change({ title: { ...title, en } }) })}`)}
    ${group('factType', fault, choice(t('rules.event'), written.factType, Object.keys(SAMPLES).map(type => [type, tOf('event', type)] as const),
      factType => change({ factType })))}
    ${group('award', fault, award(written, change))}
    ${group('expiry', fault, expiry(written, change))}
    ${group('pendingDays', fault, number('pendingDays', written, change))}
    ${group('caps', fault, cap(written, change))}
    ${group('validity', fault, validity(written, change))}
    ${group('budget', fault, number('budget', written, change))}
    ${group('goal', fault, goal(written, change))}
    ${group('priority', fault, number('priority', written, change))}
    ${fault && !GROUPS.has(fault.field) ? html`<p class="notice" lang="en">${fault.detail}</p>` : nothing}`;
}

/** One field, whose own label says it. */
const ALONE = new Set(['factType', 'pendingDays', 'budget', 'priority']);
const GROUPS = new Set(['title', 'factType', 'award', 'expiry', 'pendingDays', 'caps', 'validity', 'budget', 'goal', 'priority']);

/** A fault is shown where it is. */
function group(field: string, fault: Fault, content: TemplateResult): TemplateResult {
  const alone = ALONE.has(field);
  return html`<div class="group" role=${alone ? nothing : 'group'} aria-label=${alone ? nothing : t(`rule.${field}` as never)}>
    ${alone ? nothing : html`<span class="muted">${t(`rule.${field}` as never)}</span>`}<div class="row top">${content}</div>
    ${fault?.field === field ? html`<p class="notice" lang="en">${fault.detail}</p>` : nothing}</div>`;
}

function award(written: Written, change: Change): TemplateResult {
  const kind = String(written.award.kind ?? 'FIXED');
  const set = (name: string, value: unknown) => change({ award: { ...written.award, [name]: value } });
  return html`${choice(t('rule.kind'), kind, Object.keys(AWARDS).map(name => [name, tOf('award', name)] as const),
      chosen => change({ award: { kind: chosen, ...(AWARDS[chosen]?.includes('points') ? { points: written.award.points ?? 1 } : {}) } }))}
    ${(AWARDS[kind] ?? []).map(name => name === 'currency'
      ? textField({ label: tOf('award', name), value: String(written.award[name] ?? ''), max: 3, change: value => set(name, value.trim().toUpperCase()) })
      : name === 'skus'
        ? textField({
            label: tOf('award', name), value: ((written.award[name] ?? []) as string[]).join(', '), max: 2_000,
            change: value => set(name, value.split(',').map(sku => sku.trim()).filter(sku => sku !== '')),
          })
        : textField({ label: tOf('award', name), value: String(written.award[name] ?? ''), numeric: true, change: value => set(name, numberOf(value)) }))}`;
}

function expiry(written: Written, change: Change): TemplateResult {
  const now = (written.expiry ?? {}) as { policy?: string; count?: number; date?: string };
  return html`${choice(t('rule.policy'), now.policy ?? '', EXPIRIES.map(name => [name, tOf('expiry', name || 'NONE')] as const),
      policy => change({ expiry: policy === '' ? undefined : policy === 'FIXED_DATE' ? { policy, date: now.date } : { policy, count: now.count ?? 1 } }))}
    ${now.policy === 'FIXED_DATE'
      ? timeField({ label: t('rule.date'), value: now.date ?? '', change: date => change({ expiry: { policy: now.policy, date } }) })
      : now.policy
        ? textField({ label: t('rule.count'), value: String(now.count ?? ''), numeric: true, change: value => change({ expiry: { ...now, count: numberOf(value) } }) })
        : nothing}`;
}

/** One cap; more of them can be written as JSON. */
function cap(written: Written, change: Change): TemplateResult {
  const [first, ...others] = (written.caps ?? []) as Array<{ period?: string; points?: number; times?: number }>;
  const set = (part: object | undefined) => change({ caps: part === undefined ? others : [{ ...first, ...part }, ...others] });
  return html`${choice(t('rule.period'), first?.period ?? '', PERIODS.map(name => [name, tOf('period', name || 'NONE')] as const),
      period => set(period === '' ? undefined : { period }))}
    ${first
      ? html`${textField({ label: t('rule.capPoints'), value: String(first.points ?? ''), numeric: true, change: value => set({ points: numberOf(value) }) })}
          ${textField({ label: t('rule.capTimes'), value: String(first.times ?? ''), numeric: true, change: value => set({ times: numberOf(value) }) })}`
      : nothing}`;
}

function validity(written: Written, change: Change): TemplateResult {
  const now = (written.validity ?? {}) as { from?: string; until?: string };
  return html`${timeField({ label: t('rule.from'), value: now.from ?? '', change: from => change({ validity: { ...now, from } }) })}
    ${timeField({ label: t('rule.until'), value: now.until ?? '', change: until => change({ validity: { ...now, until } }) })}`;
}

function goal(written: Written, change: Change): TemplateResult {
  const now = (written.goal ?? {}) as { metric?: string; from?: string; until?: string; target?: number };
  const set = (part: object) => change({ goal: { ...now, ...part } });
  return html`${choice(t('rule.metric'), now.metric ?? '', METRICS.map(name => [name, tOf('metric', name || 'NONE')] as const),
      metric => (metric === '' ? change({ goal: undefined }) : set({ metric })))}
    ${now.metric
      ? html`${textField({ label: t('rule.target'), value: String(now.target ?? ''), numeric: true, change: value => set({ target: numberOf(value) }) })}
          ${timeField({ label: t('rule.from'), value: now.from ?? '', change: from => set({ from }) })}
          ${timeField({ label: t('rule.until'), value: now.until ?? '', change: until => set({ until }) })}`
      : nothing}`;
}

function number(name: 'pendingDays' | 'budget' | 'priority', written: Written, change: Change): TemplateResult {
  return textField({
    label: t(`rule.${name}`), value: written[name] === undefined || written[name] === null ? '' : String(written[name]), numeric: true,
    hint: t(`rule.${name}.hint`), change: value => change({ [name]: numberOf(value) }),
  });
}

/** A number, or the text itself, which the service then refuses with a reason. */
function numberOf(text: string): unknown {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : /^-?\d+$/.test(trimmed) ? Number(trimmed) : trimmed;
}
