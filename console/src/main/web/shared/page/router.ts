/** The address below that of the page, without a slash at the end. */
export interface Place {
  path: string;
  query: URLSearchParams;
}

/** The page that this is: /console or /app. */
const ROOT = `/${location.pathname.split('/')[1]}`;
/** Sent to `window` when the address has changed. */
export const PLACE_CHANGED = 'lodestone-place-changed';

export function place(): Place {
  const path = location.pathname.slice(ROOT.length).replace(/\/+$/, '');
  return { path: path === '' ? '/' : path, query: new URLSearchParams(location.search) };
}

/** The address to show for a place. */
export function href(path: string, query: Record<string, string | undefined> = {}): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value) {
      asked.set(name, value);
    }
  }
  return ROOT + path + (asked.size > 0 ? `?${asked}` : '');
}

/** Goes to an address of this page; `replace` leaves no entry in the history, such as for a filter. */
export function go(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') {
    history.pushState(null, '', address);
  } else {
    history.replaceState(null, '', address);
  }
  window.dispatchEvent(new CustomEvent(PLACE_CHANGED));
}

/** Follows links within this page without loading the page again. */
export function followLinks(): void {
  window.addEventListener('popstate', () => window.dispatchEvent(new CustomEvent(PLACE_CHANGED)));
  document.addEventListener('click', event => {
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.defaultPrevented;
    if (!link || !plain || link.target || link.hasAttribute('download') || link.origin !== location.origin) {
      return;
    }
    if (link.pathname === ROOT || link.pathname.startsWith(`${ROOT}/`)) {
      event.preventDefault();
      go(link.pathname + link.search);
    }
  });
}
