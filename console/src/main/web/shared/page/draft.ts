/**
 * What the user has written into a form, kept in this tab until it is sent: a session that ends or a page that is loaded again loses
 * nothing. The key of the request belongs to it, so that sending a second time does nothing twice.
 */
export class Draft<T extends object> {
  private readonly name: string;

  constructor(form: string, private readonly empty: T) {
    this.name = `lodestone.draft.${form}`;
  }

  read(): T {
    const kept = sessionStorage.getItem(this.name);
    return kept === null ? { ...this.empty } : { ...this.empty, ...(JSON.parse(kept).value as Partial<T>) };
  }

  /** A changed form is another request, so it gets another key. */
  write(value: T): void {
    sessionStorage.setItem(this.name, JSON.stringify({ value, key: crypto.randomUUID() }));
  }

  key(): string {
    const kept = sessionStorage.getItem(this.name);
    if (kept === null) {
      this.write({ ...this.empty });
      return this.key();
    }
    return JSON.parse(kept).key as string;
  }

  discard(): void {
    sessionStorage.removeItem(this.name);
  }
}

/** Before another person uses this browser. */
export function discardAllDrafts(): void {
  sessionStorage.clear();
}
