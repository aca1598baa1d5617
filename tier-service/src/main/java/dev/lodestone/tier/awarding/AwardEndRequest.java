package dev.lodestone.tier.awarding;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The end of an award. One that has not begun is withdrawn by ending it.
 *
 * {@snippet lang=json :
 * {"at": null, "reason": "given by mistake"}
 * }
 *
 * @param at when it ends, not in the past; at once if left out
 * @param reason why, for operators
 */
@RegisterForReflection
public record AwardEndRequest(
        @Nullable OffsetDateTime at,
        @NotBlank @Size(max = 500) String reason) {}
