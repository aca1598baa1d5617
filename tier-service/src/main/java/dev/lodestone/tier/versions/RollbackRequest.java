package dev.lodestone.tier.versions;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;

/**
 * The rollback to an older version.
 *
 * {@snippet lang=json :
 * {"to": 1, "effectiveFrom": "2027-01-01T00:00:00+08:00"}
 * }
 *
 * @param to number of the published version to copy
 * @param effectiveFrom levels are decided by the copy from then on; not in the past
 */
public record RollbackRequest(
        @NotNull @Min(1) Integer to, @NotNull OffsetDateTime effectiveFrom) {}
