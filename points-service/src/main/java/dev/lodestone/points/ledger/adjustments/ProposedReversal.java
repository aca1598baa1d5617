package dev.lodestone.points.ledger.adjustments;

import dev.lodestone.points.ledger.account.Asset;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * A proposed reversal; a second operator decides on it.
 *
 * @param postingId the posting to reverse
 * @param amount the units that a reversal would move now; if this differs at the approval, it must be proposed again
 */
@RegisterForReflection
public record ProposedReversal(UUID memberId, UUID postingId, Asset asset, long amount, String note) {}
