package dev.lodestone.community.posts;

import dev.lodestone.events.MemberId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The caller who asks to remove a post.
 *
 * @param subject subject of the token; saved with the removal
 * @param member the member of the token, who may remove their own posts; null if the token has no member role
 * @param moderator true if the caller may remove every post
 */
record RemovalActor(String subject, @Nullable MemberId member, boolean moderator) {

    boolean mayRemovePostOf(UUID author) {
        return moderator || (member != null && member.value().equals(author));
    }
}
