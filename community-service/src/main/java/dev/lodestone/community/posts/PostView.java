package dev.lodestone.community.posts;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A post as members read it.
 *
 * @param comments how many comments it has
 */
@RegisterForReflection
record PostView(UUID id, UUID circleId, Author author, String text, long comments, Instant publishedAt) {}
