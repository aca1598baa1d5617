/** A refusal, as the suite writes it (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly title: string,
    readonly detail: string,
    readonly traceId: string | undefined,
    readonly errors: ReadonlyArray<{ field: string; message: string }> = [],
    /** Where in an expression the fault is; both begin at 1. */
    readonly at: { line: number; column: number } | undefined = undefined,
  ) {
    super(title);
  }

  /** Whether the same request may succeed later: nothing is wrong with it. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  static async of(response: Response): Promise<Problem> {
    const body = await response.json().catch(() => ({}));
    const slug = String(body.type ?? '').replace('/problems/', '') || 'http-error';
    return new Problem(
      response.status, slug, String(body.title ?? response.statusText), String(body.detail ?? ''), body.traceId, body.errors ?? [],
      typeof body.line === 'number' ? { line: body.line, column: Number(body.column) } : undefined,
    );
  }

  /** No answer at all: the network or the gateway is away. */
  static offline(): Problem {
    return new Problem(0, 'no-connection', '', '', undefined);
  }
}
