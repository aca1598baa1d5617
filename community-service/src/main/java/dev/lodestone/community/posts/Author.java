package dev.lodestone.community.posts;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who wrote something, as everybody in the community may see them. */
@RegisterForReflection
record Author(UUID memberId, @Nullable String displayName) {}
