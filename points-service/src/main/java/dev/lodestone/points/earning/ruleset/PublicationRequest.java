package dev.lodestone.points.earning.ruleset;

import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;

/** @param effectiveFrom the version pays for facts that happened then or later; it may lie in the past for history to come */
public record PublicationRequest(@NotNull OffsetDateTime effectiveFrom) {}
