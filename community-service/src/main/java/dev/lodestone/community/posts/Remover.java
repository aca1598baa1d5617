package dev.lodestone.community.posts;

import dev.lodestone.events.MemberId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks to remove a post.
 *
 * @param subject of the token, kept with the removal
 * @param member if the token's role lets its member remove what they wrote
 * @param moderator whether anything may be removed
 */
record Remover(String subject, @Nullable MemberId member, boolean moderator) {

    boolean mayRemoveWhatWasWrittenBy(UUID author) {
        return moderator || (member != null && member.value().equals(author));
    }
}
