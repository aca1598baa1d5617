package dev.lodestone.community.posts;

import dev.lodestone.community.members.PublicMember;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** A comment as members see it. */
@RegisterForReflection
record CommentView(UUID id, UUID postId, PublicMember author, String text, Instant commentedAt) {}
