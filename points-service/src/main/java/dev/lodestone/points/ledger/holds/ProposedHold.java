package dev.lodestone.points.ledger.holds;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** A proposed hold. It starts when a second operator approves it. */
@RegisterForReflection
public record ProposedHold(UUID memberId, HoldRequest hold) {}
