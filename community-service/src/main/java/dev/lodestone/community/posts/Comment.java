package dev.lodestone.community.posts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a post.
 *
 * @param seq its number on the post, from 1, in the order of commits
 */
record Comment(UUID id, UUID postId, long seq, UUID authorId, String text, Instant commentedAt) {

    CommentView view(@Nullable String authorName) {
        return new CommentView(id, postId, new Author(authorId, authorName), text, commentedAt);
    }
}
