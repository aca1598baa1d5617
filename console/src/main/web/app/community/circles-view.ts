import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { CircleView } from '../../shared/api/schema';
import { units } from '../../shared/page/format';
import { Pages } from '../../shared/page/pages';
import { href } from '../../shared/page/router';
import { empty, missing, refusal, waiting } from '../components/parts';
import { t } from '../i18n/texts';
import { MemberView } from '../page/member-view';

/** All circles of the brand. */
@customElement('circles-view')
export class CirclesView extends MemberView {
  private readonly circles = new Pages<CircleView>(this, after => call('GET /api/community/v1/circles', { query: { after, limit: 20 } }));

  override connectedCallback() {
    super.connectedCallback();
    void this.circles.start();
  }

  override render() {
    const { items, next, loading } = this.circles;
    return html`<div class="page">
      <h1 tabindex="-1">${t('nav.circles')}</h1>
      ${items.length > 0
        ? html`<ul class="plain circles">${items.map(circle => html`<li class="panel">
            <h2><a href=${href(`/circles/${circle.id}`)}>${circle.name}</a></h2>
            ${circle.description ? html`<p>${circle.description}</p>` : nothing}
            <p class="small">${t('circles.counts', { members: units(circle.members), posts: units(circle.posts) })}</p></li>`)}</ul>`
        : nothing}
      ${loading.problem
        ? loading.problem.isPassing ? missing('community', () => void loading.load()) : refusal(loading.problem)
        : loading.value && items.length === 0 ? empty(t('circles.none')) : nothing}
      ${loading.pending ? waiting() : nothing}
      ${next && !loading.pending ? html`<p><button type="button" @click=${() => void this.circles.more()}>${t('state.more')}</button></p>` : nothing}
    </div>`;
  }
}
