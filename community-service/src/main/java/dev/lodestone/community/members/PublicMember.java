package dev.lodestone.community.members;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member as other members see them.
 *
 * {@snippet lang=json :
 * {"publicId": "5f0a7c0e-2f7e-5d1c-8a55-0a8a3c1d7e42", "displayName": "Ann"}
 * }
 *
 * @param publicId identifies the member without revealing the member id; the same in every answer and every service
 * @param displayName null if the member's profile has no name
 */
@RegisterForReflection
public record PublicMember(UUID publicId, @Nullable String displayName) {}
