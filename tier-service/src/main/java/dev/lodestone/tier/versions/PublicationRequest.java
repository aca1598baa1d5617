package dev.lodestone.tier.versions;

import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;

/**
 * The publication of a draft.
 *
 * {@snippet lang=json :
 * {"effectiveFrom": "2027-01-01T00:00:00+08:00"}
 * }
 *
 * @param effectiveFrom levels are decided by the version from then on; not in the past
 */
public record PublicationRequest(@NotNull OffsetDateTime effectiveFrom) {}
