import { call } from '../api/client';
import type { SessionView } from '../api/schema';

let user: SessionView | undefined;

export async function loadUser(): Promise<SessionView> {
  user = await call('GET /api/session');
  return user;
}

/** Whether the user has one of the capabilities. The services decide; this only leaves out what they would refuse. */
export function may(...capabilities: string[]): boolean {
  return capabilities.some(capability => user?.roles.includes(capability));
}

export function subject(): string | undefined {
  return user?.subject;
}
