import '@vaadin/button';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { Problem } from '../../shared/api/problem';
import type { PostView } from '../../shared/api/schema';
import { time, units } from '../../shared/page/format';
import { Pages } from '../../shared/page/pages';
import { href } from '../../shared/page/router';
import { may } from '../../shared/page/user';
import { asProblem, View } from '../../shared/page/view';
import { cannot, listed, refusal, toast } from '../../shared/components/states';
import { t } from '../i18n/texts';
import './post-comments';

/** The posts of a circle, newest first, with their comments; moderators remove what breaks the rules. */
@customElement('circle-view')
export class CircleView extends View {
  @property() circle = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private opened: string | undefined;
  @state() private removed: PostView | undefined;
  @state() private problem: Problem | undefined;

  private readonly posts = new Pages<PostView>(this, after =>
    call('GET /api/community/v1/circles/{id}/posts', { path: { id: this.circle }, query: { after, limit: 20 } }));

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('circle') && may('moderation', 'member')) {
      void this.posts.start();
    }
  }

  override render() {
    return html`<div class="page">
      <div class="row"><h1 tabindex="-1" class="grow">${t('community.posts')}</h1><a href=${href('/community')}>${t('community.back')}</a></div>
      ${this.problem ? refusal(this.problem) : nothing}
      ${may('moderation', 'member')
        ? listed(this.posts, t('community.posts.none'), posts => html`<ul class="posts">${posts.map(post => this.post(post))}</ul>`)
        : cannot('moderation')}
      ${this.confirmation()}
    </div>`;
  }

  private post(post: PostView) {
    const open = this.opened === post.id;
    return html`<li class="panel">
      <p class="muted">${post.author.displayName} · ${time(post.publishedAt)}</p>
      <p class="text">${post.text}</p>
      <div class="row"><button type="button" class="plain-button" aria-expanded=${open} @click=${() => { this.opened = open ? undefined : post.id; }}>
          ${t('community.comments', { count: units(post.comments) })}</button>
        ${may('moderation')
          ? html`<button type="button" class="plain-button" @click=${() => this.ask(post)}>${t('community.remove')}</button>`
          : nothing}</div>
      ${open ? html`<post-comments .post=${post.id}></post-comments>` : nothing}
    </li>`;
  }

  private confirmation() {
    return html`<dialog aria-labelledby="remove-title"><h2 id="remove-title">${t('community.remove')}</h2>
      <p>${t('community.remove.what', { comments: units(this.removed?.comments ?? 0) })}</p>
      <blockquote class="text">${this.removed?.text ?? ''}</blockquote>
      <div class="row"><vaadin-button theme="primary error" @click=${this.removePost}>${t('community.remove.confirm')}</vaadin-button>
        <vaadin-button theme="tertiary" @click=${() => this.dialog.close()}>${t('form.cancel')}</vaadin-button></div></dialog>`;
  }

  private ask(post: PostView) {
    this.removed = post;
    this.dialog.showModal();
  }

  private readonly removePost = async (): Promise<void> => {
    this.dialog.close();
    this.problem = undefined;
    try {
      await call('DELETE /api/community/v1/posts/{id}', { path: { id: this.removed?.id ?? '' } });
      toast(t('community.removed'));
    } catch (failure) {
      this.problem = asProblem(failure);
    }
    await this.posts.start();
  };
}
