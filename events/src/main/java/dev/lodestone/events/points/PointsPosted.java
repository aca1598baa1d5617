package dev.lodestone.events.points;

import dev.lodestone.events.Require;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One posting of the ledger and the state it left. The event's time is the business time of the posting.
 *
 * @param postingId the posting
 * @param asset the asset of the posting, such as {@code POINTS}
 * @param kind the reason
 * @param amount whole units of the posting, at least 1
 * @param change signed effect on what the member can spend; 0 if the posting only touched pending or held units
 * @param balanceAfter units that the member could spend right after; below 0 only where a refund may claw back points already spent
 * @param pendingAfter units earned that could not be spent yet right after
 * @param heldAfter units reserved by holds right after
 * @param accountVersion numbers the postings of this member and asset from 1 without gaps, so that a reader detects lost or reordered events
 * @param causeType CloudEvents type of the event that caused it, or another cause, such as {@code redemption}
 * @param orderId the order it belongs to, if any
 * @param ruleCode the rule that paid, if any
 * @param ruleVersion the version of that rule, if any
 * @param availableAt when pending points can be spent, if they were earned pending
 * @param expiresAt when the earned points expire, if they do
 * @param reverses the posting that this one reverses, in full or in part, if any
 */
public record PointsPosted(
        UUID postingId,
        String asset,
        PostingKind kind,
        long amount,
        long change,
        long balanceAfter,
        long pendingAfter,
        long heldAfter,
        long accountVersion,
        String causeType,
        @Nullable String orderId,
        @Nullable String ruleCode,
        @Nullable Integer ruleVersion,
        @Nullable Instant availableAt,
        @Nullable Instant expiresAt,
        @Nullable UUID reverses)
        implements PointsFact {
    public PointsPosted {
        Require.present(postingId, "postingId");
        Require.text(asset, 20, "asset");
        Require.present(kind, "kind");
        Require.between(amount, 1, Long.MAX_VALUE, "amount");
        Require.between(pendingAfter, 0, Long.MAX_VALUE, "pendingAfter");
        Require.between(heldAfter, 0, Long.MAX_VALUE, "heldAfter");
        Require.between(accountVersion, 1, Long.MAX_VALUE, "accountVersion");
        Require.text(causeType, 100, "causeType");
    }
}
