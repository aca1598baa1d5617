package dev.lodestone.points.earning.ruleset;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;

/**
 * The rollback to an older version.
 *
 * {@snippet lang=json :
 * {"to": 2, "effectiveFrom": "2026-04-01T00:00:00+08:00"}
 * }
 *
 * @param to number of the published version to copy
 * @param effectiveFrom the copy pays for events that occurred then or later
 */
public record RollbackRequest(
        @NotNull @Min(1) Integer to, @NotNull OffsetDateTime effectiveFrom) {}
