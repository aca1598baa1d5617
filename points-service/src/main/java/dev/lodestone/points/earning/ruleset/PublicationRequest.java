package dev.lodestone.points.earning.ruleset;

import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;

/**
 * The publication of a draft.
 *
 * {@snippet lang=json :
 * {"effectiveFrom": "2026-03-01T00:00:00+08:00"}
 * }
 *
 * @param effectiveFrom the version pays for events that occurred then or later; it may lie in the past, for events that have not arrived
 *     yet
 */
public record PublicationRequest(@NotNull OffsetDateTime effectiveFrom) {}
