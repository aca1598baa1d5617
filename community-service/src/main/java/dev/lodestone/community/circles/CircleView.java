package dev.lodestone.community.circles;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A circle as everybody sees it.
 *
 * @param members how many have joined
 * @param posts how many can be read
 */
record CircleView(
        UUID id, String code, String name, @Nullable String description, long members, long posts, Instant createdAt) {}
