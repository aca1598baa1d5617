import { call } from '../../shared/api/client';

export interface SpentBudget {
  code: string;
  /** Of the budget, from 0 to 1. */
  share: number;
}

const NEARLY = 0.8;

/** The rules in force that have paid nearly all of their budget, most first. */
export async function spentBudgets(): Promise<SpentBudget[]> {
  const rules = await call('GET /api/points/v1/earning-rules');
  const shares = await Promise.all(rules.filter(rule => rule.definition.budget).map(async ({ code, version }) => {
    const { spent, budget } = await call('GET /api/points/v1/earning-rules/{code}/versions/{version}/report', { path: { code, version } });
    return { code, share: budget ? spent / budget : 0 };
  }));
  return shares.filter(one => one.share >= NEARLY).sort((one, two) => two.share - one.share);
}
