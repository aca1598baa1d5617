import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { Problem } from '../../shared/api/problem';
import type { CircleView as Circle, PostView } from '../../shared/api/schema';
import { toast } from '../../shared/components/states';
import { units } from '../../shared/page/format';
import { Pages } from '../../shared/page/pages';
import { href } from '../../shared/page/router';
import { asProblem, Loading } from '../../shared/page/view';
import { icon } from '../components/icons';
import { empty, missing, part, refusal, waiting } from '../components/parts';
import { t } from '../i18n/texts';
import { MemberView } from '../page/member-view';
import { share } from '../page/share';
import './post-card';
import './text-form';

/** One circle: its posts, newest first, and a form to write one. */
@customElement('circle-view')
export class CircleViewElement extends MemberView {
  @property() circleId = '';
  @state() private problem: Problem | undefined;

  private readonly circle = new Loading<Circle | undefined>(this, () => this.find());
  private readonly self = new Loading(this, () => call('GET /api/community/v1/me'));
  private readonly posts = new Pages<PostView>(this, after =>
    call('GET /api/community/v1/circles/{id}/posts', { path: { id: this.circleId }, query: { after, limit: 20 } }));

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('circleId')) {
      void this.circle.load();
      void this.self.load();
      void this.posts.start();
    }
  }

  /** There are few circles, and their list is the only place that has names. */
  private async find(): Promise<Circle | undefined> {
    let after: string | undefined;
    do {
      const page: { items: Circle[]; next?: string | null } = await call('GET /api/community/v1/circles', { query: { after, limit: 100 } });
      const found = page.items.find(circle => circle.id === this.circleId);
      if (found) {
        return found;
      }
      after = page.next ?? undefined;
    } while (after);
    return undefined;
  }

  private async join(): Promise<void> {
    this.problem = undefined;
    try {
      await call('POST /api/community/v1/circles/{id}/members', { path: { id: this.circleId }, key: crypto.randomUUID() });
      toast(t('circle.joined'));
      await this.circle.load();
    } catch (failure) {
      this.problem = asProblem(failure);
    }
  }

  override render() {
    const { items, next, loading } = this.posts;
    return html`<div class="page narrow" @join=${() => void this.join()}>
      <p class="back"><a href=${href('/circles')}>${t('circle.back')}</a></p>
      <h1 tabindex="-1">${this.circle.value?.name ?? t('nav.circles')}</h1>
      ${part('community', this.circle, circle => circle ? this.head(circle) : html`<p class="notice">${t('circle.unknown')}</p>`)}
      ${this.problem ? refusal(this.problem) : nothing}
      ${this.circle.value
        ? html`<section class="panel" aria-labelledby="write-title"><h2 id="write-title">${t('post.write')}</h2>
            <text-form .name=${`post.${this.circleId}`} .label=${t('post.text')} .action=${t('post.publish')} .send=${this.publish}></text-form></section>`
        : nothing}
      <section aria-labelledby="posts-title" class="stack"><h2 id="posts-title">${t('post.title')}</h2>
        ${items.map(post => html`<post-card .post=${post} .own=${post.author.publicId === this.self.value?.publicId}
          @removed=${() => void this.posts.start()}></post-card>`)}
        ${loading.problem
          ? loading.problem.isPassing ? missing('community', () => void loading.load()) : refusal(loading.problem)
          : loading.value && items.length === 0 ? empty(t('post.none')) : nothing}
        ${loading.pending && items.length === 0 ? waiting() : nothing}
        ${next && !loading.pending ? html`<p><button type="button" @click=${() => void this.posts.more()}>${t('state.more')}</button></p>` : nothing}
      </section>
    </div>`;
  }

  private head(circle: Circle) {
    return html`${circle.description ? html`<p class="lead">${circle.description}</p>` : nothing}
      <p class="small">${t('circles.counts', { members: units(circle.members), posts: units(circle.posts) })}</p>
      <p class="row"><button type="button" class="main" @click=${() => void this.join()}>${t('circle.join')}</button>
        <button type="button" @click=${() => void share(href(`/circles/${circle.id}`), circle.name)}>${icon('share')}${t('share.button')}</button></p>`;
  }

  private readonly publish = async (text: string, key: string): Promise<void> => {
    await call('POST /api/community/v1/circles/{id}/posts', { path: { id: this.circleId }, key, body: { text } });
    await this.posts.start();
  };
}
