package dev.lodestone.community.posts;

import dev.lodestone.community.members.PublicMember;
import java.time.Instant;
import java.util.UUID;

/**
 * A published post.
 *
 * @param seq number of the post in its circle, from 1, in the order of commits
 * @param comments number of its comments
 */
record Post(UUID id, UUID circleId, long seq, UUID authorId, String text, long comments, Instant publishedAt) {

    PostView view(PublicMember author) {
        return new PostView(id, circleId, author, text, comments, publishedAt);
    }
}
