package dev.lodestone.community.posts;

import dev.lodestone.community.members.PublicMember;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A post as members see it.
 *
 * {@snippet lang=json :
 * {
 *   "id": "019ca7aa-12f8-7a03-97aa-f94de2f5ce01", "circleId": "019ca7aa-16e0-76ee-b36a-8786c764f974",
 *   "author": {"publicId": "5f0a7c0e-2f7e-5d1c-8a55-0a8a3c1d7e42", "displayName": "Ann"},
 *   "text": "The new soup is great", "comments": 3, "publishedAt": "2026-03-01T04:31:07Z"
 * }
 * }
 *
 * @param comments number of its comments
 */
@RegisterForReflection
record PostView(UUID id, UUID circleId, PublicMember author, String text, long comments, Instant publishedAt) {}
