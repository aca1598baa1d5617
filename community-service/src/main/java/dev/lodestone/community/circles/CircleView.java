package dev.lodestone.community.circles;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A circle as members and operators see it.
 *
 * @param members number of members who have joined
 * @param posts number of posts, without removed ones
 */
record CircleView(
        UUID id, String code, String name, @Nullable String description, long members, long posts, Instant createdAt) {}
