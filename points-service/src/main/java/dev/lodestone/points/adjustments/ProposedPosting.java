package dev.lodestone.points.adjustments;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** A posting by hand that waits for a second person. */
@RegisterForReflection
record ProposedPosting(UUID memberId, PostingRequest posting) {}
