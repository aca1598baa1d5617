import '@vaadin/button';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { RuleExplanation, RuleView, SimulationView } from '../../shared/api/schema';
import { localNow, units } from '../../shared/page/format';
import { textArea, textField, timeField } from '../forms/fields';
import { SentForm, wholeNumber } from '../forms/sent-form';
import { local, t } from '../i18n/texts';
import { SAMPLES } from './definition';

interface Sample {
  data: string;
  at: string;
  tier: string;
  orders: string;
}

/** Evaluates a version for one made-up event: what each rule would pay, with its arithmetic. It has no effect. */
@customElement('simulation-part')
export class SimulationPart extends SentForm<Sample> {
  @property({ attribute: false }) rule!: RuleView;
  @state() private result: SimulationView | undefined;
  protected readonly form = 'simulation';
  protected override readonly silent = true;

  protected get empty(): Sample {
    return {
      data: JSON.stringify(SAMPLES[this.rule.definition.factType] ?? {}, null, 2), at: localNow(), tier: '', orders: '',
    };
  }

  protected isValid(): boolean {
    return this.data() !== undefined && (this.value.orders === '' || this.value.orders === '0' || wholeNumber(this.value.orders) !== undefined);
  }

  protected async send(): Promise<unknown> {
    const { tier, orders, at } = this.value;
    this.result = await call('POST /api/points/v1/earning-rules/{code}/versions/{version}/simulation', {
      path: { code: this.rule.code, version: this.rule.version },
      body: {
        data: this.data() as never, occurredAt: new Date(at).toISOString(),
        ...(tier || orders ? { member: { tier: tier.trim() || null, orders: orders ? Number(orders) : null } as never } : {}),
      },
    });
    return this.result;
  }

  override render() {
    return html`<section class="panel" aria-labelledby="simulation-title"><h2 id="simulation-title">${t('sim.title')}</h2>
      <p class="muted">${t('sim.what')}</p>
      <form @submit=${this.submit}>
        ${textArea({
          label: t('sim.data'), value: this.value.data, change: data => this.set({ data }),
          error: this.data() === undefined ? t('rule.json.bad') : undefined,
        })}
        <div class="row end">
          ${timeField({ label: t('sim.at'), type: 'datetime-local', value: this.value.at, change: at => this.set({ at }) })}
          ${textField({ label: t('home.level'), value: this.value.tier, change: tier => this.set({ tier }) })}
          ${textField({ label: t('member.orders'), value: this.value.orders, numeric: true, change: orders => this.set({ orders: orders.trim() }) })}
        </div>
        ${this.ending(t('sim.start'))}
      </form>
      ${this.result ? html`<div role="status"><ul>${this.result.rules.map(rule => this.outcome(rule))}</ul></div>` : nothing}
    </section>`;
  }

  private outcome(rule: RuleExplanation) {
    return html`<li><strong>${rule.code}</strong> v${rule.version}:
      ${rule.paid ? t('why.paid', { points: units(rule.points) }) : t('why.notPaid')} – ${local(rule.summary)}
      ${rule.steps.length > 0 ? html`<ol>${rule.steps.map(step => html`<li>${local(step)}</li>`)}</ol>` : nothing}</li>`;
  }

  private data(): unknown {
    try {
      return JSON.parse(this.value.data) as unknown;
    } catch {
      return undefined;
    }
  }
}
