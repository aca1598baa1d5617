package dev.lodestone.community.members;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member as others may see them.
 *
 * @param publicId stands for the member without naming them; the same in every answer and every service
 * @param displayName if the brand knows one
 */
@RegisterForReflection
public record PublicMember(UUID publicId, @Nullable String displayName) {}
