package dev.lodestone.points.ledger.holds;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** A hold that waits for a second person; it begins when it is approved. */
@RegisterForReflection
public record ProposedHold(UUID memberId, HoldRequest hold) {}
