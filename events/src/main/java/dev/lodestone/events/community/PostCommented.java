package dev.lodestone.events.community;

import dev.lodestone.events.Require;
import java.util.UUID;

/** A member commented on a post. */
public record PostCommented(UUID commentId, UUID postId, UUID circleId) implements CommunityFact {
    public PostCommented {
        Require.present(commentId, "commentId");
        Require.present(postId, "postId");
        Require.present(circleId, "circleId");
    }
}
