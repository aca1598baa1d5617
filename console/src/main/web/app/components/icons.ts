import { svg, html, type TemplateResult } from 'lit';

/** Line icons of 24 units; they only repeat a text beside them, so they are hidden from screen readers. */
const PATHS = {
  home: svg`<path d="M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z"/>`,
  points: svg`<circle cx="12" cy="12" r="8"/><path d="M9 9.5 12 12l3-2.500M12 12v5M9.500 14h5"/>`,
  rewards: svg`<path d="M4 11h16v9H4zM3 7h18v4H3zM12 7v13M12 7S10.500 3 8 3.500 8 7 12 7zM12 7s1.500-4 4-3.500S16 7 12 7z"/>`,
  circles: svg`<path d="M4 5h16v11H9l-5 4z"/><path d="M8 9h8M8 12h5"/>`,
  profile: svg`<circle cx="12" cy="8" r="4"/><path d="M4 20c1-4 4-6 8-6s7 2 8 6"/>`,
  check: svg`<path d="m5 12.500 4.500 4.500L19 7.500"/>`,
  share: svg`<path d="M12 15V4m0 0L8 8m4-4 4 4M5 13v6h14v-6"/>`,
  down: svg`<path d="m6 9 6 6 6-6"/>`,
} as const;

export type Icon = keyof typeof PATHS;

export function icon(name: Icon): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`;
}
