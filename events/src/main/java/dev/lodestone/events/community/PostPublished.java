package dev.lodestone.events.community;

import dev.lodestone.events.Require;
import java.util.UUID;

/** A member published a post in a circle. */
public record PostPublished(UUID postId, UUID circleId) implements CommunityFact {
    public PostPublished {
        Require.present(postId, "postId");
        Require.present(circleId, "circleId");
    }
}
