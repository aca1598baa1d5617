import { html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { BacktestReport, RuleView } from '../../shared/api/schema';
import { href } from '../../shared/page/router';
import { may } from '../../shared/page/user';
import { Loading, View } from '../../shared/page/view';
import { cannot, shown } from '../../shared/components/states';
import { local, t, tOf } from '../i18n/texts';
import './simulation-part';
import './backtest-part';
import './publish-form';

/** Tries a version: on one event, on the events of the past, and then, with that seen, publishes it. */
@customElement('rule-try')
export class RuleTry extends View {
  @property() code = '';
  @property({ type: Number }) version = 1;
  @state() private report: BacktestReport | undefined;
  private readonly versions = new Loading<RuleView[]>(this, () =>
    call('GET /api/points/v1/earning-rules/{code}/versions', { path: { code: this.code } }));

  override willUpdate(changed: PropertyValues<this>) {
    if ((changed.has('code') || changed.has('version')) && may('rules')) {
      this.report = undefined;
      void this.versions.load();
    }
  }

  override render() {
    return html`<div class="page">
      <div class="row"><h1 tabindex="-1" class="grow">${t('try.title', { code: this.code, version: this.version })}</h1>
        <a href=${href(`/rules/${this.code}`)}>${t('rules.versions', { code: this.code })}</a></div>
      ${may('rules') ? shown(this.versions, versions => this.version_(versions)) : cannot('rules')}
    </div>`;
  }

  private version_(versions: RuleView[]) {
    const rule = versions.find(one => one.version === this.version);
    if (!rule) {
      return html`<p class="empty">${t('try.unknown')} <a href=${href(`/rules/${this.code}/${this.version}/edit`)}>${t('rules.edit')}</a></p>`;
    }
    return html`<section class="panel" aria-label=${t('rules.text')}><div class="row"><p class="grow">${local(rule.text)}</p>
        <span class="badge">${tOf('status', rule.status)}</span></div></section>
      <simulation-part .subject=${`${rule.code}.${rule.version}`} .rule=${rule}></simulation-part>
      <backtest-part .code=${rule.code} .version=${rule.version} @backtest-done=${this.seen}></backtest-part>
      ${rule.status === 'PUBLISHED'
        ? html`<p class="empty">${t('try.published')}</p>`
        : html`<publish-form .subject=${`${rule.code}.${rule.version}`} .rule=${rule} .report=${this.report}
            @form-sent=${() => void this.versions.load()}></publish-form>`}`;
  }

  private readonly seen = (event: CustomEvent<BacktestReport>) => {
    this.report = event.detail;
  };
}
