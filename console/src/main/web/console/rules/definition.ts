import type { RuleDefinition } from '../../shared/api/schema';

/** A definition while it is written: what is left out has its default. */
export type Written = Partial<Record<keyof RuleDefinition, unknown>> & { award: Record<string, unknown>; factType: string };

/** The event types that rules can pay for, with an event to try a rule on. */
export const SAMPLES: Record<string, Record<string, unknown>> = {
  'brand.order.completed.v1': {
    orderId: 'sample-1', total: { amountMinor: 12_800, currency: 'CNY' }, items: [{ sku: 'tea', quantity: 2, amountMinor: 6_400 }], channel: 'store',
  },
  'brand.member.registered.v1': { profile: { emailConsent: true, birthday: '1990-05-20', zone: 'Asia/Shanghai', attributes: {} } },
  'brand.behaviour.recorded.v1': { action: 'shared', target: 'product-1', attributes: {} },
  'dev.lodestone.challenges.checkedin.v1': { localDate: '2026-01-01', streakDays: 7 },
  'dev.lodestone.posts.published.v1': { postId: uuid(1), circleId: uuid(2) },
  'dev.lodestone.posts.commented.v1': { commentId: uuid(3), postId: uuid(1), circleId: uuid(2) },
  'dev.lodestone.campaigns.offeraccepted.v1': { offerId: uuid(4), campaignId: uuid(5), bonusPoints: 100, orderId: 'sample-1' },
};

/** What a condition can read besides `event`. */
export const MEMBER_FIELDS = ['member.tier', 'member.orders', 'member.amountMinor', 'member.firstOrderAt', 'member.lastOrderAt', "member.attributes['…']", 'occurredAt'];

export const AWARDS: Record<string, ReadonlyArray<string>> = {
  FIXED: ['points'],
  PER_AMOUNT: ['points', 'perAmountMinor', 'currency'],
  PER_ITEM: ['points', 'skus'],
  MULTIPLIER: ['permille'],
  AS_OFFERED: ['pointsMax'],
};

export const FRESH: Written = {
  title: { zh: '', en: '' },
  factType: 'brand.order.completed.v1',
  condition: '',
  award: { kind: 'PER_AMOUNT', points: 1, perAmountMinor: 100, currency: 'CNY' },
};

/** As the service takes it: without what is empty. */
export function cleaned(written: Written): RuleDefinition {
  return withoutEmpty(written) as RuleDefinition;
}

/** A campaign ends or has a budget; it needs a goal before it is published. */
export function isCampaign(definition: RuleDefinition): boolean {
  return Boolean(definition.budget) || Boolean(definition.validity?.until);
}

/** The names of the event's data, such as `event.total.amountMinor`. */
export function eventFields(factType: string): string[] {
  return paths('event', SAMPLES[factType] ?? {});
}

function paths(prefix: string, value: Record<string, unknown>): string[] {
  return Object.entries(value).flatMap(([name, part]) =>
    part !== null && typeof part === 'object' && !Array.isArray(part) && Object.keys(part).length > 0
      ? paths(`${prefix}.${name}`, part as Record<string, unknown>)
      : [`${prefix}.${name}`]);
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutEmpty);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  const kept = Object.entries(value)
    .map(([name, part]) => [name, withoutEmpty(part)] as const)
    .filter(([, part]) => !isEmpty(part));
  return Object.fromEntries(kept);
}

function isEmpty(part: unknown): boolean {
  return part === undefined || part === null || part === ''
    || (typeof part === 'object' && !Array.isArray(part) && Object.keys(part as object).length === 0);
}

function uuid(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}
