package dev.lodestone.community.posts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published post.
 *
 * @param seq its number in the circle, from 1, in the order of commits
 */
record Post(UUID id, UUID circleId, long seq, UUID authorId, String text, long comments, Instant publishedAt) {

    PostView view(@Nullable String authorName) {
        return new PostView(id, circleId, new Author(authorId, authorName), text, comments, publishedAt);
    }
}
