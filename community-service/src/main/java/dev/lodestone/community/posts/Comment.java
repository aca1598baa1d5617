package dev.lodestone.community.posts;

import dev.lodestone.community.members.PublicMember;
import java.time.Instant;
import java.util.UUID;

/**
 * A comment on a post.
 *
 * @param seq number of the comment on its post, from 1, in the order of commits
 */
record Comment(UUID id, UUID postId, long seq, UUID authorId, String text, Instant commentedAt) {

    CommentView view(PublicMember author) {
        return new CommentView(id, postId, author, text, commentedAt);
    }
}
