package dev.lodestone.community.members;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member as other members see them.
 *
 * @param publicId identifies the member without revealing the member id; the same in every answer and every service
 * @param displayName null if the member's profile has no name
 */
@RegisterForReflection
public record PublicMember(UUID publicId, @Nullable String displayName) {}
