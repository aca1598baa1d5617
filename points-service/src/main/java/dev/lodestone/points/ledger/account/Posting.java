package dev.lodestone.points.ledger.account;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.points.PointsPosted;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.points.ledger.lots.LotTerms;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A movement of one asset between two accounts. It is never changed once written.
 *
 * @param amount the units moved from {@link LedgerAccount#from} to {@link LedgerAccount#to} of its kind; positive
 * @param after the totals of the account right after it
 * @param occurredAt business time; never before the moved units could be used
 * @param terms of the lot that it opened, if it opened one
 * @param reverses the posting that this one reverses in full or in part, if any
 */
public record Posting(
        UUID id,
        MemberId member,
        Asset asset,
        PostingKind kind,
        long amount,
        Balances after,
        Cause cause,
        Instant occurredAt,
        LotTerms terms,
        @Nullable UUID reverses) {

    public long accountVersion() {
        return after.version();
    }

    /** The signed effect on the available balance. */
    public long change() {
        return Balances.change(kind, LedgerAccount.AVAILABLE, amount);
    }

    public PointsPosted toEvent() {
        return new PointsPosted(
                id,
                asset.name(),
                kind,
                amount,
                change(),
                after.available(),
                after.pending(),
                after.held(),
                accountVersion(),
                cause.type(),
                cause.orderId(),
                cause.ruleCode(),
                cause.ruleVersion(),
                terms.availableAt(),
                terms.expiresAt(),
                reverses);
    }
}
