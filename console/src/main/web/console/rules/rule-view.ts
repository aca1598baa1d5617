import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { DifferenceView, RuleView as Rule } from '../../shared/api/schema';
import { time } from '../../shared/page/format';
import { href } from '../../shared/page/router';
import { may } from '../../shared/page/user';
import { Loading, View } from '../../shared/page/view';
import { cannot, shown } from '../../shared/components/states';
import { local, t, tOf } from '../i18n/texts';

/** All versions of one rule, and what changed from one to the next. */
@customElement('rule-view')
export class RuleView extends View {
  @property() code = '';
  @state() private compared: number | undefined;

  private readonly versions = new Loading<Rule[]>(this, () =>
    call('GET /api/points/v1/earning-rules/{code}/versions', { path: { code: this.code } }));
  private readonly differences = new Loading<DifferenceView[]>(this, () =>
    call('GET /api/points/v1/earning-rules/{code}/differences', {
      path: { code: this.code }, query: { from: (this.compared ?? 1) - 1, to: this.compared },
    }));

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('code') && may('rules')) {
      this.compared = undefined;
      void this.versions.load();
    }
  }

  override render() {
    return html`<div class="page">
      <div class="row"><h1 tabindex="-1" class="grow">${t('rules.versions', { code: this.code })}</h1><a href=${href('/rules')}>${t('rules.back')}</a></div>
      ${may('rules')
        ? shown(this.versions, versions => versions.length === 0
            ? html`<p class="empty">${t('state.none')}</p>`
            : html`${versions.map(version => this.version(version))}`)
        : cannot('rules')}
    </div>`;
  }

  private version(rule: Rule) {
    return html`<section class="panel" aria-labelledby="version-${rule.version}">
      <div class="row"><h2 id="version-${rule.version}" class="grow">${t('rules.version')} ${rule.version}</h2>
        <span class="badge">${tOf('status', rule.status)}</span></div>
      <p>${local(rule.text)}</p>
      ${rule.effectiveFrom ? html`<p class="muted">${t('rules.from')} ${time(rule.effectiveFrom)}</p>` : nothing}
      <details><summary>${t('rules.definition')}</summary><pre>${JSON.stringify(rule.definition, null, 2)}</pre></details>
      ${rule.version > 1
        ? html`<button type="button" class="plain-button" aria-expanded=${this.compared === rule.version} @click=${() => this.compare(rule.version)}>${t('rules.compare')}</button>`
        : nothing}
      ${this.compared === rule.version ? shown(this.differences, found => this.table(found)) : nothing}
    </section>`;
  }

  private table(differences: DifferenceView[]) {
    return differences.length === 0
      ? html`<p class="empty">${t('rules.same')}</p>`
      : html`<div class="table"><table>
          <thead><tr><th scope="col">${t('rules.path')}</th><th scope="col">${t('rules.before')}</th><th scope="col">${t('rules.after')}</th></tr></thead>
          <tbody>${differences.map(one => html`<tr><td><code>${one.path}</code></td>
            <td class="wide"><code>${JSON.stringify(one.from)}</code></td><td class="wide"><code>${JSON.stringify(one.to)}</code></td></tr>`)}</tbody></table></div>`;
  }

  private compare(version: number) {
    this.compared = this.compared === version ? undefined : version;
    this.differences.clear();
    if (this.compared !== undefined) {
      void this.differences.load();
    }
  }
}
