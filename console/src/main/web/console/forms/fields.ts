import '@vaadin/text-field';
import '@vaadin/text-area';
import { html, nothing, type TemplateResult } from 'lit';

export interface Field {
  label: string;
  value: string;
  change: (value: string) => void;
  required?: boolean;
  /** Shown below the field when set. */
  error?: string | undefined;
  hint?: string;
  numeric?: boolean;
  max?: number;
  type?: 'text' | 'date' | 'datetime-local';
}

export function textField(field: Field): TemplateResult {
  return html`<vaadin-text-field label=${field.label} ?required=${field.required} .value=${field.value} maxlength=${field.max ?? 200}
    inputmode=${field.numeric ? 'numeric' : nothing} helper-text=${field.hint ?? nothing} .invalid=${field.error !== undefined}
    error-message=${field.error ?? nothing} @input=${(event: Event) => field.change(valueOf(event))}></vaadin-text-field>`;
}

export function textArea(field: Field): TemplateResult {
  return html`<vaadin-text-area label=${field.label} ?required=${field.required} .value=${field.value} maxlength=${field.max ?? 5_000}
    helper-text=${field.hint ?? nothing} .invalid=${field.error !== undefined} error-message=${field.error ?? nothing}
    @input=${(event: Event) => field.change(valueOf(event))}></vaadin-text-area>`;
}

/** A day or a time, as the browser lets one choose it. */
export function timeField(field: Field): TemplateResult {
  return html`<label class="field">${field.label}
    <input class="plain-select" type=${field.type ?? 'date'} ?required=${field.required} .value=${field.value}
      @change=${(event: Event) => field.change(valueOf(event))}>
    ${field.hint ? html`<span class="muted">${field.hint}</span>` : nothing}</label>`;
}

export function choice(label: string, value: string, options: ReadonlyArray<readonly [string, string]>, change: (value: string) => void): TemplateResult {
  return html`<label class="field">${label}
    <select class="plain-select" @change=${(event: Event) => change(valueOf(event))}>
      ${options.map(([name, text]) => html`<option value=${name} ?selected=${name === value}>${text}</option>`)}
    </select></label>`;
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
