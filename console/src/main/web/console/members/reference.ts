const RECENT = 'lodestone.members.recent';
const RECENT_MAX = 8;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const CHANNEL = /^[a-z][a-z0-9-]{0,31}:[^\s/\\]{1,160}$/;
const NUMBER = /^L\d{10}$/;

/** A reference as the services take it, or a membership number. */
export function isReference(text: string): boolean {
  return UUID.test(text) || CHANNEL.test(text) || NUMBER.test(text);
}

export function isMembershipNumber(text: string): boolean {
  return NUMBER.test(text);
}

/** The members that were opened in this tab, newest first; gone when the user signs out. */
export function recentMembers(): string[] {
  return JSON.parse(sessionStorage.getItem(RECENT) ?? '[]') as string[];
}

export function remember(reference: string): void {
  const others = recentMembers().filter(other => other !== reference);
  sessionStorage.setItem(RECENT, JSON.stringify([reference, ...others].slice(0, RECENT_MAX)));
}
