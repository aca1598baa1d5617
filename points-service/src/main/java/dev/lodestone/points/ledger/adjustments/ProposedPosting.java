package dev.lodestone.points.ledger.adjustments;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** A posting by hand that waits for a second person. */
@RegisterForReflection
public record ProposedPosting(UUID memberId, PostingRequest posting) {}
