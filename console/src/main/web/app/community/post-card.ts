import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { Problem } from '../../shared/api/problem';
import type { CommentView, PostView, PublicMember } from '../../shared/api/schema';
import { units } from '../../shared/page/format';
import { Pages } from '../../shared/page/pages';
import { asProblem } from '../../shared/page/view';
import { missing, refusal, waiting } from '../components/parts';
import { t } from '../i18n/texts';
import { MemberView } from '../page/member-view';
import { moment } from '../page/moment';
import './text-form';

/** A post with its comments. Texts of members are shown as they are and never become markup. */
@customElement('post-card')
export class PostCard extends MemberView {
  @property({ attribute: false }) post!: PostView;
  @property({ type: Boolean }) own = false;
  @state() private open = false;
  @state() private asking = false;
  @state() private problem: Problem | undefined;

  private readonly comments = new Pages<CommentView>(this, after =>
    call('GET /api/community/v1/posts/{id}/comments', { path: { id: this.post.id }, query: { after, limit: 20 } }));

  private readonly comment = async (text: string, key: string): Promise<void> => {
    await call('POST /api/community/v1/posts/{id}/comments', { path: { id: this.post.id }, key, body: { text } });
    this.post = { ...this.post, comments: this.post.comments + 1 };
    await this.comments.start();
  };

  private async removePost(): Promise<void> {
    try {
      await call('DELETE /api/community/v1/posts/{id}', { path: { id: this.post.id } });
      this.dispatchEvent(new CustomEvent('removed'));
    } catch (failure) {
      this.problem = asProblem(failure);
    }
  }

  private toggle(event: Event) {
    this.open = (event.target as HTMLDetailsElement).open;
    if (this.open && !this.comments.loading.value) {
      void this.comments.start();
    }
  }

  override render() {
    const post = this.post;
    return html`<article class="panel post">
      ${byline(post.author, post.publishedAt)}
      <p class="text">${post.text}</p>
      ${this.own ? this.removal() : nothing}
      ${this.problem ? refusal(this.problem) : nothing}
      <details @toggle=${this.toggle}><summary>${t('comment.count', { count: units(post.comments) })}</summary>
        ${this.open ? this.discussion() : nothing}</details>
    </article>`;
  }

  private removal() {
    return this.asking
      ? html`<p class="row" role="group" aria-label=${t('post.remove')}><span>${t('post.remove.sure')}</span>
          <button type="button" @click=${() => void this.removePost()}>${t('post.remove')}</button>
          <button type="button" class="quiet" @click=${() => { this.asking = false; }}>${t('form.cancel')}</button></p>`
      : html`<p><button type="button" class="quiet" @click=${() => { this.asking = true; }}>${t('post.remove')}</button></p>`;
  }

  private discussion() {
    const { items, next, loading } = this.comments;
    return html`<ul class="plain comments">${items.map(comment => html`<li>${byline(comment.author, comment.commentedAt)}<p class="text">${comment.text}</p></li>`)}</ul>
      ${loading.problem ? (loading.problem.isPassing ? missing('community', () => void loading.load()) : refusal(loading.problem)) : nothing}
      ${loading.pending && items.length === 0 ? waiting() : nothing}
      ${next ? html`<p><button type="button" @click=${() => void this.comments.more()}>${t('state.more')}</button></p>` : nothing}
      <text-form .name=${`comment.${this.post.id}`} .label=${t('comment.text')} .action=${t('comment.publish')} .send=${this.comment}></text-form>`;
  }
}

function byline(author: PublicMember, at: string) {
  return html`<p class="byline"><strong>${author.displayName ?? t('post.member')}</strong> <span class="small">${moment(at)}</span></p>`;
}
