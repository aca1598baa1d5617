import { call } from '../../shared/api/client';
import type { Answers } from '../../shared/api/schema';

export type Service = 'points' | 'tier' | 'community' | 'recall';

/** The first screen in one call. A part is null if its service does not know the member yet, or did not answer and is named in `degraded`. */
export interface Me {
  points: Answers['GET /api/points/v1/me/balance'] | null;
  tier: Answers['GET /api/tier/v1/me'] | null;
  community: Answers['GET /api/community/v1/me/check-ins'] | null;
  recall: Answers['GET /api/recall/v1/me/offers'] | null;
  degraded: ReadonlyArray<{ service: Service; reason: string }>;
}

export async function loadMe(): Promise<Me> {
  return (await call('GET /api/me')) as unknown as Me;
}

export function isMissing(me: Me, service: Service): boolean {
  return me.degraded.some(part => part.service === service);
}
