import '@vaadin/button';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { Problem } from '../../shared/api/problem';
import type { LocalText, RuleView } from '../../shared/api/schema';
import { Draft } from '../../shared/page/draft';
import { go, href, place } from '../../shared/page/router';
import { may } from '../../shared/page/user';
import { asProblem, Loading, View } from '../../shared/page/view';
import { cannot, refusal, shown, toast } from '../../shared/components/states';
import { textArea } from '../forms/fields';
import { local, t } from '../i18n/texts';
import { cleaned, eventFields, FRESH, MEMBER_FIELDS, type Written } from './definition';
import { ruleFields } from './rule-fields';

const CHECK_AFTER_MS = 400;

/** Writes a draft: the form and the condition side by side, checked while one types. Nothing is saved before the button is pressed. */
@customElement('rule-editor')
export class RuleEditor extends View {
  @property() code = '';
  @property({ type: Number }) version = 1;
  @state() private written: Written = FRESH;
  @state() private text: LocalText | undefined;
  @state() private fault: Problem | undefined;
  @state() private problem: Problem | undefined;
  @state() private json: string | undefined;
  private draft = new Draft<Written>('rule', FRESH);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private checks = 0;
  private readonly versions = new Loading<RuleView[]>(this, async () => {
    const versions = await call('GET /api/points/v1/earning-rules/{code}/versions', { path: { code: this.code } });
    this.begin(versions);
    return versions;
  });

  override willUpdate(changed: PropertyValues<this>) {
    if ((changed.has('code') || changed.has('version')) && may('rules')) {
      void this.versions.load();
    }
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** Goes on with what was written before, else with this version, else with the one that the address says to copy. */
  private begin(versions: RuleView[]) {
    const copied = Number(place().query.get('from')) || this.version;
    const known = versions.find(one => one.version === this.version) ?? versions.find(one => one.version === copied);
    this.draft = new Draft<Written>(`rule.${this.code}.${this.version}`, (known?.definition as Written | undefined) ?? FRESH);
    this.written = this.draft.read();
    this.check();
  }

  override render() {
    return html`<div class="page">
      <div class="row"><h1 tabindex="-1" class="grow">${t('rule.edit', { code: this.code, version: this.version })}</h1>
        <a href=${href(`/rules/${this.code}`)}>${t('rules.versions', { code: this.code })}</a></div>
      ${may('rules') ? shown(this.versions, versions => this.editor(versions)) : cannot('rules')}
    </div>`;
  }

  private editor(versions: RuleView[]) {
    if (versions.find(one => one.version === this.version)?.status === 'PUBLISHED') {
      return html`<p class="notice info">${t('rule.published', { next: (versions[0]?.version ?? 0) + 1 })}</p>`;
    }
    return html`<div class="columns editor">
        <form class="panel" aria-label=${t('rule.form')} @submit=${this.save}>${ruleFields(this.written, part => this.set(part), this.faultOf())}</form>
        <div class="beside"><section class="panel" aria-label=${t('rule.condition')}>${this.condition()}</section>
          ${this.words()}</div>
      </div>
      ${this.asJson()}
      ${this.problem ? refusal(this.problem) : nothing}
      <div class="row"><vaadin-button theme="primary" @click=${this.save}>${t('rule.save')}</vaadin-button>
        <vaadin-button theme="tertiary" @click=${this.discard}>${t('rule.discard')}</vaadin-button>
        <span class="muted">${t('form.draft')}</span></div>`;
  }

  private words() {
    return html`<section class="panel" aria-labelledby="words-title"><h2 id="words-title">${t('rules.text')}</h2>
        <div role="status">${this.fault
          ? html`<p class="notice"><strong>${t('rule.fault')}</strong> <span lang="en">${this.fault.detail || this.fault.title}</span></p>`
          : this.text ? html`<p>${local(this.text)}</p>` : html`<p class="muted">${t('state.loading')}</p>`}</div>
      </section>`;
  }

  private condition() {
    const fields = [...eventFields(this.written.factType), ...MEMBER_FIELDS];
    const position = this.fault?.slug === 'invalid-condition' ? this.fault.at : undefined;
    const condition = String(this.written.condition ?? '');
    return html`${textArea({
        label: t('rule.condition'), value: condition, hint: t('rule.condition.hint'), change: value => this.set({ condition: value }),
        error: position ? t('rule.condition.at', { line: position.line, column: position.column, detail: this.fault?.detail.replace(/^condition, line \d+, column \d+: /, '') ?? '' }) : undefined,
      })}
      ${position ? html`<pre class="caret" aria-hidden="true">${condition.split('\n')[position.line - 1] ?? ''}\n${' '.repeat(Math.max(position.column - 1, 0))}▲</pre>` : nothing}
      <details><summary>${t('rule.names')}</summary><ul>${fields.map(name => html`<li><code>${name}</code></li>`)}</ul></details>`;
  }

  /** Everything that a definition can say, for what the form has no field for. */
  private asJson() {
    return html`<details class="panel"><summary>${t('rule.json')}</summary>
      ${textArea({
        label: t('rule.json'), value: this.json ?? JSON.stringify(cleaned(this.written), null, 2), change: value => this.readJson(value), max: 20_000,
        error: this.json === undefined ? undefined : t('rule.json.bad'),
      })}</details>`;
  }

  private readJson(text: string) {
    try {
      const read = JSON.parse(text) as Written;
      this.json = undefined;
      this.replace({ ...read, award: read.award ?? {}, factType: read.factType ?? '' });
    } catch {
      this.json = text;
    }
  }

  private set(part: Partial<Written>) {
    this.replace({ ...this.written, ...part });
  }

  private replace(written: Written) {
    this.written = written;
    this.draft.write(written);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), CHECK_AFTER_MS);
  }

  /** An older answer never replaces a newer one. */
  private async check(): Promise<void> {
    const mine = ++this.checks;
    let text: LocalText | undefined;
    let fault: Problem | undefined;
    try {
      text = await call('POST /api/points/v1/earning-rules/validation', { body: cleaned(this.written) });
    } catch (failure) {
      fault = asProblem(failure);
    }
    if (mine === this.checks) {
      this.text = text;
      this.fault = fault;
    }
  }

  /** Which field the fault is about, as far as its text says. */
  private faultOf(): { field: string; detail: string } | undefined {
    if (!this.fault || this.fault.slug === 'invalid-condition') {
      return undefined;
    }
    const first = this.fault.errors[0];
    const detail = first ? `${first.field}: ${first.message}` : this.fault.detail;
    return { field: /^[A-Za-z]+/.exec(detail)?.[0] ?? '', detail };
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.problem = undefined;
    try {
      await call('PUT /api/points/v1/earning-rules/{code}/versions/{version}', {
        path: { code: this.code, version: this.version }, body: cleaned(this.written),
      });
      this.draft.discard();
      toast(t('rule.saved'));
      go(href(`/rules/${this.code}/${this.version}/try`));
    } catch (failure) {
      this.problem = asProblem(failure);
    }
  };

  private readonly discard = () => {
    this.draft.discard();
    this.json = undefined;
    void this.versions.load();
  };
}
