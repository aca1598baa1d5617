package dev.lodestone.events.points;

import dev.lodestone.events.Require;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One posting of the ledger and the state it left. The event's time is the business time of the posting.
 *
 * @param postingId the posting
 * @param asset what moved, such as {@code POINTS}
 * @param kind why
 * @param moved whole units that moved, at least 1
 * @param amount what that did to what the member can spend: positive, negative, or 0 if it only touched what is pending or held
 * @param balanceAfter what the member could spend right after; below 0 only where a refund may take back points already spent
 * @param pendingAfter what was earned but could not be spent yet right after
 * @param heldAfter what was reserved right after
 * @param accountVersion counts the postings of this member and asset from 1 without gaps, so a reader sees order and loss
 * @param causeType CloudEvents type of the fact that caused it, or what else did, such as {@code redemption}
 * @param orderId the order it belongs to, if any
 * @param ruleCode the rule that paid, if any
 * @param ruleVersion the version of that rule, if any
 * @param availableAt when pending points can be spent, if they were earned pending
 * @param expiresAt when the earned points lapse, if they do
 * @param reverses the posting that this one takes back, in part or whole, if any
 */
public record PointsPosted(
        UUID postingId,
        String asset,
        PostingKind kind,
        long moved,
        long amount,
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
        Require.between(moved, 1, Long.MAX_VALUE, "moved");
        Require.between(pendingAfter, 0, Long.MAX_VALUE, "pendingAfter");
        Require.between(heldAfter, 0, Long.MAX_VALUE, "heldAfter");
        Require.between(accountVersion, 1, Long.MAX_VALUE, "accountVersion");
        Require.text(causeType, 100, "causeType");
    }
}
