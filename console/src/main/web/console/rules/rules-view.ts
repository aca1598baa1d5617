import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { RuleView as Rule } from '../../shared/api/schema';
import { time } from '../../shared/page/format';
import { href } from '../../shared/page/router';
import { may } from '../../shared/page/user';
import { Loading, View } from '../../shared/page/view';
import { cannot, shown } from '../../shared/components/states';
import { local, t } from '../i18n/texts';

/** The earning rules in force, in words. */
@customElement('rules-view')
export class RulesView extends View {
  private readonly rules = new Loading<Rule[]>(this, () => call('GET /api/points/v1/earning-rules'));

  override connectedCallback() {
    super.connectedCallback();
    if (may('rules', 'members-read', 'member')) {
      void this.rules.load();
    }
  }

  override render() {
    return html`<div class="page">
      <h1 tabindex="-1">${t('rules.title')}</h1>
      ${may('rules', 'members-read', 'member') ? shown(this.rules, rules => this.list(rules)) : cannot('rules')}
    </div>`;
  }

  private list(rules: Rule[]) {
    return rules.length === 0
      ? html`<p class="empty">${t('rules.first')}</p>`
      : html`<div class="table"><table>
          <thead><tr><th scope="col">${t('rules.code')}</th><th scope="col" class="number">${t('rules.version')}</th><th scope="col">${t('rules.text')}</th>
            <th scope="col">${t('rules.event')}</th><th scope="col">${t('rules.from')}</th></tr></thead>
          <tbody>${rules.map(rule => html`<tr>
            <td>${may('rules') ? html`<a href=${href(`/rules/${rule.code}`)}>${rule.code}</a>` : rule.code}</td>
            <td class="number">${rule.version}</td><td class="wide">${local(rule.text)}</td>
            <td class="wide"><code>${rule.definition.factType}</code></td>
            <td>${rule.effectiveFrom ? time(rule.effectiveFrom) : nothing}</td></tr>`)}</tbody></table></div>`;
  }
}
