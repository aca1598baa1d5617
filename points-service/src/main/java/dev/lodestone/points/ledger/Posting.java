package dev.lodestone.points.ledger;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.points.PointsPosted;
import dev.lodestone.events.points.PostingKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A movement between the program and a member, never changed once written.
 *
 * @param amount positive to the member, negative from the member; never 0
 * @param accountVersion its number among the postings of this account, from 1
 * @param expiresAt when the lot that it opened lapses, if it opened one that does
 */
public record Posting(
        UUID id,
        MemberId member,
        Asset asset,
        PostingKind kind,
        long amount,
        long balanceAfter,
        long accountVersion,
        Cause cause,
        @Nullable Instant expiresAt) {

    PointsPosted fact() {
        return new PointsPosted(
                id,
                asset.name(),
                kind,
                amount,
                balanceAfter,
                accountVersion,
                cause.type(),
                cause.orderId(),
                cause.ruleCode(),
                cause.ruleVersion(),
                expiresAt);
    }
}
