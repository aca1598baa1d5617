import '@vaadin/button';
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { AuditEntryView } from '../../shared/api/schema';
import { time } from '../../shared/page/format';
import { Pages } from '../../shared/page/pages';
import { go, href, place, PLACE_CHANGED } from '../../shared/page/router';
import { may } from '../../shared/page/user';
import { View } from '../../shared/page/view';
import { dataTable } from '../../shared/components/data-table';
import { cannot, listed } from '../../shared/components/states';
import { choice, textField } from '../forms/fields';
import { t, tOf } from '../i18n/texts';

type Filter = { service: string; actor: string; kind: string; subject: string };
const SERVICES = ['points', 'tier'] as const;
const NAMES = ['actor', 'kind', 'subject'] as const;

/** Who did what to which rule, reward, tier set or level, and what it said before and after. The address has the filter. */
@customElement('audit-view')
export class AuditView extends View {
  private wanted: Filter = this.filter();
  private readonly entries = new Pages<AuditEntryView>(this, after => {
    const { actor, kind, subject } = this.filter();
    return call(`GET /api/${this.service()}/v1/audit-entries`, {
      query: { actor: actor || undefined, subjectKind: kind || undefined, subjectId: subject || undefined, after, limit: 20 },
    });
  });
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
    this.wanted = this.filter();
    if (may('admin')) {
      this.entries.clear();
      void this.entries.start();
    }
  }

  override render() {
    return html`<div class="page">
      <div class="row"><h1 tabindex="-1" class="grow">${t('audit.title')}</h1><a href=${href('/operations')}>${t('audit.back')}</a></div>
      <p class="muted">${t('audit.what')}</p>
      ${may('admin') ? html`${this.search()}${listed(this.entries, t('audit.none'), items => this.table(items))}` : cannot('admin')}
    </div>`;
  }

  private search() {
    const fields = NAMES.map(name => textField({
      label: t(`audit.${name}`), value: this.wanted[name], hint: t(`audit.${name}.hint`), change: value => { this.wanted[name] = value.trim(); },
    }));
    return html`<form class="panel" role="search" @submit=${this.submit}>
      <div class="row top">${choice(t('ops.service'), this.service(), SERVICES.map(name => [name, name] as const), service => { this.wanted.service = service; })}
        ${fields}</div>
      <input type="submit" hidden>
      <div class="row"><vaadin-button theme="primary" @click=${this.submit}>${t('audit.show')}</vaadin-button>
        ${location.search ? html`<a href=${href('/operations/audit')}>${t('approvals.all')}</a>` : nothing}</div>
    </form>`;
  }

  private readonly submit = (event: Event) => {
    event.preventDefault();
    go(href('/operations/audit', this.wanted), 'replace');
  };

  private table(items: AuditEntryView[]) {
    return dataTable<AuditEntryView>(t('audit.title'), 'audit', [
      { name: t('line.time'), value: one => one.recordedAt, show: one => time(one.recordedAt) },
      { name: t('audit.actor'), value: one => one.actor, show: one => html`<a href=${this.only({ actor: one.actor })}>${one.actor}</a>` },
      { name: t('audit.action'), value: one => one.action, show: one => tOf('action', one.action) },
      {
        name: t('audit.subject'), value: one => `${one.subjectKind} ${one.subjectId}`,
        show: one => html`<a href=${this.only({ kind: one.subjectKind, subject: one.subjectId })}>${tOf('subject', one.subjectKind)} <code class="long">${one.subjectId}</code></a>`,
      },
      { name: t('form.reason'), value: one => one.reason, show: one => one.reason ?? '–' },
      { name: t('audit.change'), value: one => `${text(one.before)} → ${text(one.after)}`, show: one => this.change(one) },
    ], items);
  }

  private change(one: AuditEntryView) {
    return html`<details><summary>${t('ops.show')}</summary>
      <p class="muted">${t('rules.before')}</p><pre>${text(one.before)}</pre><p class="muted">${t('rules.after')}</p><pre>${text(one.after)}</pre>
      ${one.traceId ? html`<p class="muted">${t('problem.trace')} <code class="long">${one.traceId}</code></p>` : nothing}</details>`;
  }

  private service(): (typeof SERVICES)[number] {
    return SERVICES.find(name => name === this.filter().service) ?? 'points';
  }

  private only(filter: Partial<Filter>): string {
    return href('/operations/audit', { service: this.filter().service, ...filter });
  }

  private filter(): Filter {
    const query = place().query;
    return { service: query.get('service') ?? '', actor: query.get('actor') ?? '', kind: query.get('kind') ?? '', subject: query.get('subject') ?? '' };
  }
}

function text(state: unknown): string {
  return state === null || state === undefined ? '–' : JSON.stringify(state, null, 2);
}
