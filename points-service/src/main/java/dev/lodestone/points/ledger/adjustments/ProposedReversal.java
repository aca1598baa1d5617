package dev.lodestone.points.ledger.adjustments;

import dev.lodestone.points.ledger.account.Asset;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * A reversal that waits for a second person.
 *
 * @param postingId what is reversed
 * @param amount what would be reversed now; if it is something else when it is approved, it must be proposed again
 */
@RegisterForReflection
public record ProposedReversal(UUID memberId, UUID postingId, Asset asset, long amount, String note) {}
