import { html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { call } from '../../shared/api/client';
import type { CommentView } from '../../shared/api/schema';
import { time } from '../../shared/page/format';
import { Pages } from '../../shared/page/pages';
import { View } from '../../shared/page/view';
import { listed } from '../../shared/components/states';
import { t } from '../i18n/texts';

/** The comments on a post, oldest first. */
@customElement('post-comments')
export class PostComments extends View {
  @property() post = '';
  private readonly comments = new Pages<CommentView>(this, after =>
    call('GET /api/community/v1/posts/{id}/comments', { path: { id: this.post }, query: { after, limit: 20 } }));

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('post')) {
      void this.comments.start();
    }
  }

  override render() {
    return listed(this.comments, t('community.comments.none'), comments => html`<ul>${comments.map(comment => html`<li>
      <span class="muted">${comment.author.displayName} · ${time(comment.commentedAt)}</span><br><span class="text">${comment.text}</span></li>`)}</ul>`);
  }
}
