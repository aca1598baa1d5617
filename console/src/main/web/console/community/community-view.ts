import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { CircleView } from '../../shared/api/schema';
import { day, units } from '../../shared/page/format';
import { Pages } from '../../shared/page/pages';
import { href } from '../../shared/page/router';
import { may } from '../../shared/page/user';
import { View } from '../../shared/page/view';
import { dataTable } from '../../shared/components/data-table';
import { cannot, listed } from '../../shared/components/states';
import { t } from '../i18n/texts';
import './circle-form';

/** The circles, and a form for a new one. */
@customElement('community-view')
export class CommunityView extends View {
  private readonly circles = new Pages<CircleView>(this, after =>
    call('GET /api/community/v1/circles', { query: { after, limit: 20 } }));

  override connectedCallback() {
    super.connectedCallback();
    if (allowed()) {
      void this.circles.start();
    }
  }

  override render() {
    return html`<div class="page">
      <h1 tabindex="-1">${t('community.title')}</h1>
      ${allowed()
        ? html`${listed(this.circles, t('community.first'), circles => this.table(circles))}
            ${may('circles') ? html`<circle-form @form-sent=${() => void this.circles.start()}></circle-form>` : nothing}`
        : cannot('moderation')}
    </div>`;
  }

  private table(circles: CircleView[]) {
    return dataTable<CircleView>(t('community.circles'), 'circles', [
      { name: t('community.name'), value: one => one.name, show: one => html`<a href=${href(`/community/${one.id}`)}>${one.name}</a>` },
      { name: t('rules.code'), value: one => one.code },
      { name: t('community.description'), value: one => one.description },
      { name: t('home.members'), number: true, value: one => one.members, show: one => units(one.members) },
      { name: t('community.posts'), number: true, value: one => one.posts, show: one => units(one.posts) },
      { name: t('community.created'), value: one => one.createdAt, show: one => day(one.createdAt) },
    ], circles);
  }
}

function allowed(): boolean {
  return may('circles', 'moderation', 'member');
}
