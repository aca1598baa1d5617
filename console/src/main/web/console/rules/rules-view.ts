import '@vaadin/button';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { RuleSummaryView, RuleView as Rule } from '../../shared/api/schema';
import { time } from '../../shared/page/format';
import { Pages } from '../../shared/page/pages';
import { go, href, place, PLACE_CHANGED } from '../../shared/page/router';
import { may } from '../../shared/page/user';
import { Loading, View } from '../../shared/page/view';
import { dataTable } from '../../shared/components/data-table';
import { cannot, listed, shown } from '../../shared/components/states';
import { choice, textField } from '../forms/fields';
import { local, t, tOf } from '../i18n/texts';

const STATES = ['DRAFT', 'PROPOSED', 'SCHEDULED', 'IN_FORCE', 'ENDED'];
const CODE = /^[a-z][a-z0-9-]{0,49}$/;

/** The versions of all rules by state for who edits them; the rules in force, in words, for who only reads. */
@customElement('rules-view')
export class RulesView extends View {
  @state() private code = '';
  @state() private tried = false;
  private readonly inForce = new Loading<Rule[]>(this, () => call('GET /api/points/v1/earning-rules'));
  private readonly versions = new Pages<RuleSummaryView>(this, after =>
    call('GET /api/points/v1/earning-rules/versions', { query: { state: this.state() || undefined, after, limit: 50 } }));
  private readonly onPlace = () => this.load();

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener(PLACE_CHANGED, this.onPlace);
    this.load();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener(PLACE_CHANGED, this.onPlace);
  }

  private load() {
    if (may('rules')) {
      void this.versions.start();
    } else if (may('members-read', 'member')) {
      void this.inForce.load();
    }
  }

  override render() {
    return html`<div class="page">
      <div class="row end"><h1 tabindex="-1" class="grow">${t('rules.title')}</h1>
        ${may('rules')
          ? choice(t('approvals.status'), this.state(), [['', t('approvals.all')], ...STATES.map(state => [state, tOf('status', state)] as const)],
              state => go(href('/rules', { state }), 'replace'))
          : nothing}</div>
      ${may('rules')
        ? html`${listed(this.versions, t('rules.none'), items => this.table(items))}${this.fresh()}`
        : may('members-read', 'member') ? shown(this.inForce, rules => this.words(rules)) : cannot('rules')}
    </div>`;
  }

  private table(items: RuleSummaryView[]) {
    return dataTable<RuleSummaryView>(t('rules.title'), 'rules', [
      { name: t('rules.code'), value: one => one.code, show: one => html`<a href=${href(`/rules/${one.code}`)}>${one.code}</a>` },
      { name: t('rules.version'), number: true, value: one => one.version },
      { name: t('approvals.status'), value: one => one.state, show: one => html`<span class="badge">${tOf('status', one.state)}</span>` },
      { name: t('rules.text'), value: one => (one.text ? local(one.text) : ''), show: one => (one.text ? local(one.text) : t('rules.unreadable')) },
      { name: t('rules.from'), value: one => one.effectiveFrom, show: one => (one.effectiveFrom ? time(one.effectiveFrom) : '–') },
    ], items);
  }

  private words(rules: Rule[]) {
    return rules.length === 0
      ? html`<p class="empty">${t('rules.first')}</p>`
      : dataTable<Rule>(t('rules.title'), 'rules', [
        { name: t('rules.code'), value: rule => rule.code },
        { name: t('rules.version'), number: true, value: rule => rule.version },
        { name: t('rules.text'), value: rule => local(rule.text) },
        { name: t('rules.from'), value: rule => rule.effectiveFrom, show: rule => (rule.effectiveFrom ? time(rule.effectiveFrom) : '–') },
      ], rules);
  }

  private fresh() {
    return html`<form class="panel" aria-labelledby="fresh-title" @submit=${this.begin}><h2 id="fresh-title">${t('rules.new')}</h2>
      <p class="muted">${t('rules.new.what')}</p>
      <div class="row end">${textField({
        label: t('rules.code'), value: this.code, required: true, max: 50, hint: t('form.code.hint'), change: code => { this.code = code.trim(); },
        error: this.tried && !CODE.test(this.code) ? t('form.code.bad') : undefined,
      })}<vaadin-button @click=${this.begin}>${t('rules.begin')}</vaadin-button></div></form>`;
  }

  private readonly begin = (event: Event) => {
    event.preventDefault();
    this.tried = true;
    if (CODE.test(this.code)) {
      go(href(`/rules/${this.code}/1/edit`));
    }
  };

  private state(): string {
    const chosen = place().query.get('state') ?? '';
    return STATES.includes(chosen) ? chosen : '';
  }
}
