import { call } from '../../shared/api/client';
import type { PageDeadLetterView, DeadLetterSummary, RedriveView } from '../../shared/api/schema';

export const SERVICES = ['points', 'tier', 'community', 'recall'] as const;
export type Service = (typeof SERVICES)[number];

/** The dead letters of each service have the same operations under the service's own path. */
export function summary(service: Service): Promise<DeadLetterSummary> {
  return call(`GET /api/${service}/v1/dead-letters/summary`);
}

export function list(service: Service, query: Record<string, string | number | undefined>): Promise<PageDeadLetterView> {
  return call(`GET /api/${service}/v1/dead-letters`, { query });
}

export async function redrive(service: Service, topic: string, reason: string, key: string): Promise<RedriveView> {
  return (await call(`POST /api/${service}/v1/dead-letters/redrive`, { body: { topic, reason }, key })) as RedriveView;
}

export function resume(service: Service, topic: string): Promise<unknown> {
  return call(`DELETE /api/${service}/v1/dead-letters/paused-channels/{topic}`, { path: { topic } });
}
