package dev.lodestone.community.posts;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** A comment as members read it. */
@RegisterForReflection
record CommentView(UUID id, UUID postId, Author author, String text, Instant commentedAt) {}
