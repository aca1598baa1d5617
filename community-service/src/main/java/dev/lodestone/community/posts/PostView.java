package dev.lodestone.community.posts;

import dev.lodestone.community.members.PublicMember;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A post as members read it.
 *
 * @param comments how many comments it has
 */
@RegisterForReflection
record PostView(UUID id, UUID circleId, PublicMember author, String text, long comments, Instant publishedAt) {}
