export type Theme = 'light' | 'dark';

const KEY = 'lodestone.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

/** Sent to `window` when the colours change. */
export const THEME_CHANGED = 'lodestone-theme-changed';

/** What the user chose, or what the system says. */
export function theme(): Theme {
  const chosen = localStorage.getItem(KEY);
  return chosen === 'dark' || chosen === 'light' ? chosen : system.matches ? 'dark' : 'light';
}

export function chooseTheme(chosen: Theme): void {
  localStorage.setItem(KEY, chosen);
  apply();
}

function apply(): void {
  document.documentElement.setAttribute('theme', theme());
  window.dispatchEvent(new CustomEvent(THEME_CHANGED));
}

system.addEventListener('change', apply);
apply();
