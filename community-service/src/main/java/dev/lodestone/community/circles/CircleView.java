package dev.lodestone.community.circles;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A circle as members and operators see it.
 *
 * {@snippet lang=json :
 * {
 *   "id": "019ca7aa-16e0-76ee-b36a-8786c764f974", "code": "noodle-lovers", "name": "Noodle lovers", "description": "Everything about noodles",
 *   "members": 120, "posts": 48, "createdAt": "2026-03-01T04:31:07Z"
 * }
 * }
 *
 * @param members number of members who have joined
 * @param posts number of posts, without removed ones
 */
record CircleView(
        UUID id, String code, String name, @Nullable String description, long members, long posts, Instant createdAt) {}
