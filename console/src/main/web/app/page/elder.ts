const KEY = 'lodestone.elder';

/** Sent to `window` when elder mode is switched on or off. */
export const ELDER_CHANGED = 'lodestone-elder-changed';

/** Larger type and targets, more contrast, one column, and fewer things on each view. */
export function elder(): boolean {
  return localStorage.getItem(KEY) === 'on';
}

export function chooseElder(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off');
  apply();
  window.dispatchEvent(new CustomEvent(ELDER_CHANGED));
}

function apply(): void {
  document.documentElement.toggleAttribute('data-elder', elder());
}

apply();
