import type { ReactiveControllerHost } from 'lit';
import { Loading } from './view';

interface Page<I> {
  items: I[];
  next?: string | null;
}

/** A list that is loaded page by page, as far as the user wants to see it. */
export class Pages<I> {
  items: I[] = [];
  next: string | null = null;
  readonly loading: Loading<Page<I>>;
  private after: string | undefined;

  constructor(host: ReactiveControllerHost, source: (after: string | undefined) => Promise<Page<I>>) {
    this.loading = new Loading(host, async () => {
      const after = this.after;
      const page = await source(after);
      this.items = after === undefined ? page.items : [...this.items, ...page.items];
      this.next = page.next ?? null;
      return page;
    });
  }

  /** Loads the first page. */
  start(): Promise<void> {
    this.after = undefined;
    return this.loading.load();
  }

  more(): Promise<void> {
    this.after = this.next ?? undefined;
    return this.loading.load();
  }

  clear(): void {
    this.items = [];
    this.next = null;
    this.loading.clear();
  }
}
