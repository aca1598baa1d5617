package dev.lodestone.points.ledger.adjustments;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** A proposed posting by hand; a second operator decides on it. */
@RegisterForReflection
public record ProposedPosting(UUID memberId, PostingRequest posting) {}
