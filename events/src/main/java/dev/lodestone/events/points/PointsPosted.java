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
 * @param amount whole units; positive to the member, negative from the member
 * @param balanceAfter what the member could spend right after
 * @param accountVersion counts the postings of this member and asset from 1 without gaps, so a reader sees order and loss
 * @param causeType CloudEvents type of the fact that caused it, or {@code redemption}
 * @param orderId the order it belongs to, if any
 * @param ruleCode the rule that paid, if any
 * @param ruleVersion the version of that rule, if any
 * @param expiresAt when the earned points lapse, if they do
 */
public record PointsPosted(
        UUID postingId,
        String asset,
        PostingKind kind,
        long amount,
        long balanceAfter,
        long accountVersion,
        String causeType,
        @Nullable String orderId,
        @Nullable String ruleCode,
        @Nullable Integer ruleVersion,
        @Nullable Instant expiresAt)
        implements PointsFact {
    public PointsPosted {
        Require.present(postingId, "postingId");
        Require.text(asset, 20, "asset");
        Require.present(kind, "kind");
        Require.between(accountVersion, 1, Long.MAX_VALUE, "accountVersion");
        Require.text(causeType, 100, "causeType");
    }
}
