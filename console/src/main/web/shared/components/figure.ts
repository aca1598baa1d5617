import { html, nothing, type TemplateResult } from 'lit';

/** A number with its name and its definition; inside a `dl` of the class `cards`. */
export function figure(name: string, value: string, definition = ''): TemplateResult {
  return html`<div class="card"><dt>${name}</dt><dd class=${value.length > 7 ? 'text' : ''}>${value}</dd>
    ${definition ? html`<dd class="muted">${definition}</dd>` : nothing}</div>`;
}
