package dev.lodestone.points.earning.ruleset;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;

/**
 * @param to the published version to go back to
 * @param effectiveFrom from when on its words hold again
 */
public record RollbackRequest(
        @NotNull @Min(1) Integer to, @NotNull OffsetDateTime effectiveFrom) {}
