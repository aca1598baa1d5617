import { Problem } from './problem';
import type { Answers, Bodies } from './schema';

type Operation = keyof Answers & string;
type BodyOf<O extends Operation> = O extends keyof Bodies ? Bodies[O] : never;

export interface Options<O extends Operation> {
  /** Values of the path's names in braces. */
  path?: Record<string, string | number>;
  query?: Record<string, string | number | undefined>;
  body?: BodyOf<O>;
  /** Makes a write happen once, however often it is sent. Every POST needs one. */
  key?: string;
}

/** Sent to `window` when a request shows that nobody is signed in any more. */
export const SESSION_ENDED = 'lodestone-session-ended';
/** Sent to `window` when the user has signed in again. */
export const SESSION_RENEWED = 'lodestone-session-renewed';

/**
 * Calls an operation of the suite, named as in its OpenAPI document.
 *
 * @throws Problem if the answer is a refusal
 */
export async function call<O extends Operation>(operation: O, options: Options<O> = {}): Promise<Answers[O]> {
  const [method, template] = operation.split(' ', 2) as [string, string];
  const response = await fetch(address(template, options.path ?? {}, options.query ?? {}), {
    method,
    headers: headers(options.body !== undefined, options.key),
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
    // A redirect would lead to another site's sign-in page, which no script can use.
    redirect: 'error',
  }).catch(() => {
    throw Problem.offline();
  });
  if (!response.ok) {
    const problem = await Problem.of(response);
    if (problem.status === 401) {
      window.dispatchEvent(new CustomEvent(SESSION_ENDED));
    }
    throw problem;
  }
  return (response.status === 204 ? undefined : await response.json()) as Answers[O];
}

/** The address of an operation that a browser loads by itself, such as a file. */
export function address(
  template: string, path: Record<string, string | number>, query: Record<string, string | number | undefined> = {},
): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name] ?? '')));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      asked.set(name, String(value));
    }
  }
  return asked.size > 0 ? `${filled}?${asked}` : filled;
}

function headers(hasBody: boolean, key: string | undefined): HeadersInit {
  return {
    Accept: 'application/json',
    // Tells the gateway that one of its own pages asks.
    'X-Requested-With': 'XMLHttpRequest',
    ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
    ...(key ? { 'Idempotency-Key': key } : {}),
  };
}
