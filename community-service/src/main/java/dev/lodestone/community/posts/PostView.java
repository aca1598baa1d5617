package dev.lodestone.community.posts;

import dev.lodestone.community.members.PublicMember;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A post as members see it.
 *
 * @param comments number of its comments
 */
@RegisterForReflection
record PostView(UUID id, UUID circleId, PublicMember author, String text, long comments, Instant publishedAt) {}
