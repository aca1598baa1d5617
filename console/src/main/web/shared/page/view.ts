import { LitElement, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { LOCALE_CHANGED } from '../i18n/i18n';
import { Problem } from '../api/problem';
import { SESSION_RENEWED } from '../api/client';

/** A part of the page that speaks the user's language. It renders into the page itself, so that the page's styles and labels apply. */
export abstract class View extends LitElement {
  private readonly redraw = () => this.requestUpdate();

  override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener(LOCALE_CHANGED, this.redraw);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener(LOCALE_CHANGED, this.redraw);
  }
}

export function asProblem(failure: unknown): Problem {
  if (failure instanceof Problem) {
    return failure;
  }
  console.error(failure);
  return new Problem(0, 'console-error', '', String(failure), undefined);
}

/** What a view needs from the suite: being loaded, there, or refused. An older answer never replaces a newer one. */
export class Loading<T> implements ReactiveController {
  value?: T;
  problem?: Problem;
  pending = false;
  private latest = 0;
  private readonly again = () => {
    if (this.problem) {
      void this.load();
    }
  };

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly source: () => Promise<T>,
  ) {
    host.addController(this);
  }

  hostConnected() {
    window.addEventListener(SESSION_RENEWED, this.again);
  }

  hostDisconnected() {
    window.removeEventListener(SESSION_RENEWED, this.again);
  }

  async load(): Promise<void> {
    const mine = ++this.latest;
    this.pending = true;
    this.host.requestUpdate();
    try {
      const value = await this.source();
      if (mine === this.latest) {
        this.value = value;
        this.problem = undefined;
      }
    } catch (failure) {
      if (mine === this.latest) {
        this.problem = asProblem(failure);
      }
    } finally {
      if (mine === this.latest) {
        this.pending = false;
        this.host.requestUpdate();
      }
    }
  }

  clear(): void {
    this.latest++;
    this.value = undefined;
    this.problem = undefined;
    this.pending = false;
    this.host.requestUpdate();
  }
}
