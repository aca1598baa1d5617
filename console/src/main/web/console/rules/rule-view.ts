import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { DifferenceView, RuleView as Rule } from '../../shared/api/schema';
import { time } from '../../shared/page/format';
import { href } from '../../shared/page/router';
import { may, subject } from '../../shared/page/user';
import type { Problem } from '../../shared/api/problem';
import { asProblem, Loading, View } from '../../shared/page/view';
import { cannot, refusal, shown, toast } from '../../shared/components/states';
import { local, t, tOf } from '../i18n/texts';
import './campaign-report';
import './rollback-form';

/** All versions of one rule, and what changed from one to the next. */
@customElement('rule-view')
export class RuleView extends View {
  @property() code = '';
  @state() private compared: number | undefined;
  @state() private rolledBack: number | undefined;
  @state() private problem: Problem | undefined;

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
            ? html`<p class="empty">${t('rules.unknown')} <a href=${href(`/rules/${this.code}/1/edit`)}>${t('rules.draftNext', { next: 1 })}</a></p>`
            : html`${this.problem ? refusal(this.problem) : nothing}
                <p><a href=${href(`/rules/${this.code}/${next(versions)}/edit`, { from: String(versions[0]?.version) })}>${t('rules.draftNext', { next: next(versions) })}</a></p>
                ${versions.map(version => this.version(version, versions))}`)
        : cannot('rules')}
    </div>`;
  }

  private version(rule: Rule, versions: Rule[]) {
    return html`<section class="panel" aria-labelledby="version-${rule.version}">
      <div class="row"><h2 id="version-${rule.version}" class="grow">${t('rules.version')} ${rule.version}</h2>
        <span class="badge">${tOf('status', rule.status)}</span></div>
      <p>${local(rule.text)}</p>
      ${rule.effectiveFrom ? html`<p class="muted">${t('rules.from')} ${time(rule.effectiveFrom)}</p>` : nothing}
      <details><summary>${t('rules.definition')}</summary><pre>${JSON.stringify(rule.definition, null, 2)}</pre></details>
      ${this.decision(rule)}
      ${rule.status === 'PUBLISHED' && (rule.definition.budget || rule.definition.goal)
        ? html`<details><summary>${t('campaign.report')}</summary><campaign-report .code=${rule.code} .version=${rule.version}></campaign-report></details>`
        : nothing}
      <div class="row">${this.links(rule, versions)}</div>
      ${this.rolledBack === rule.version
        ? html`<rollback-form .subject=${`${rule.code}.${rule.version}`} .code=${rule.code} .to=${rule.version} .next=${next(versions)} @form-sent=${this.reload}></rollback-form>`
        : nothing}
      ${rule.version > 1
        ? html`<button type="button" class="plain-button" aria-expanded=${this.compared === rule.version} @click=${() => this.compare(rule.version)}>${t('rules.compare')}</button>`
        : nothing}
      ${this.compared === rule.version ? shown(this.differences, found => this.table(found)) : nothing}
    </section>`;
  }

  private links(rule: Rule, versions: Rule[]) {
    return html`${rule.status !== 'PUBLISHED' ? html`<a href=${href(`/rules/${rule.code}/${rule.version}/edit`)}>${t('rules.edit')}</a>` : nothing}
      <a href=${href(`/rules/${rule.code}/${rule.version}/try`)}>${t(rule.status === 'PUBLISHED' ? 'rules.try' : 'rules.tryAndPublish')}</a>
      ${rule.status === 'PUBLISHED' && rule.version < (versions[0]?.version ?? 0)
        ? html`<button type="button" class="plain-button" aria-expanded=${this.rolledBack === rule.version} @click=${() => {
            this.rolledBack = this.rolledBack === rule.version ? undefined : rule.version;
          }}>${t('rollback.title')}</button>`
        : nothing}`;
  }

  /** Bound to what is shown here: a version that has changed since is not published. */
  private decision(rule: Rule) {
    const proposal = rule.publication;
    if (rule.status !== 'PROPOSED' || !proposal) {
      return nothing;
    }
    return html`<p>${t('publish.proposed', { by: proposal.proposedBy ?? '', until: time(proposal.expiresAt) })}</p>
      ${proposal.proposedBy === subject()
        ? html`<p class="muted">${t('approvals.own')}</p>`
        : html`<button type="button" class="plain-button" @click=${() => void this.approve(rule)}>${t('approvals.approve')}</button>`}`;
  }

  private async approve(rule: Rule): Promise<void> {
    this.problem = undefined;
    try {
      await call('PUT /api/points/v1/earning-rules/{code}/versions/{version}/approval', {
        path: { code: rule.code, version: rule.version }, body: { contentHash: rule.publication?.contentHash ?? '' },
      });
      toast(t('rules.approved'));
    } catch (failure) {
      this.problem = asProblem(failure);
    }
    await this.versions.load();
  }

  private readonly reload = () => {
    this.rolledBack = undefined;
    void this.versions.load();
  };

  private table(differences: DifferenceView[]) {
    return differences.length === 0
      ? html`<p class="empty">${t('rules.same')}</p>`
      : html`<div class="table" tabindex="0"><table>
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

function next(versions: Rule[]): number {
  return (versions[0]?.version ?? 0) + 1;
}
