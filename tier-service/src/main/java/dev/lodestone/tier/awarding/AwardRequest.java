package dev.lodestone.tier.awarding;

import dev.lodestone.tier.awards.AwardKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A level to give.
 *
 * {@snippet lang=json :
 * {"kind": "GRANT", "level": "PREMIUM", "from": null, "until": "2027-03-01T00:00:00+08:00", "reason": "guest of the opening"}
 * }
 *
 * @param kind {@code GRANT}, {@code INVITATION} or {@code TRIAL}: a level beside the earned one; {@code LOCK}: exactly this level; {@code FLOOR}:
 *     never below it; {@code CEILING}: never above it
 * @param level code of a level of the tier set in force
 * @param from when it begins, not in the past; at once if left out
 * @param until when it ends; not at all if left out
 * @param reason why, for operators
 */
@RegisterForReflection
public record AwardRequest(
        @NotNull AwardKind kind,
        @NotBlank @Size(max = 30) String level,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime until,
        @NotBlank @Size(max = 500) String reason) {}
