package dev.lodestone.points.ledger.account;

import dev.lodestone.events.points.PostingKind;
import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.lots.LotPart;
import dev.lodestone.points.ledger.lots.LotTerms;
import dev.lodestone.points.ledger.lots.Lots;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claws back earned units and returns spent units. Each posting names the posting that it reverses. */
public final class Refunds {
    private final Account account;
    private final Map<UUID, OrderSpend> spends = new LinkedHashMap<>();

    Refunds(Account account) {
        this.account = account;
    }

    /** New and partly returned spends on orders. */
    List<OrderSpend> spends() {
        return spends.values().stream()
                .filter(spend -> !spend.orderId().isEmpty())
                .toList();
    }

    void recordSpend(Posting posting, List<LotPart> parts, @Nullable String orderId) {
        if (orderId != null) {
            OrderSpend spend = new OrderSpend(
                    posting.id(), posting.accountVersion(), orderId, posting.amount(), 0, posting.occurredAt(), parts);
            spends.put(posting.id(), spend);
        }
    }

    /**
     * Claws back {@code due} units that the lot {@code lotId} brought. They come, in this order, from:
     * <ol>
     *   <li>the pending units of the lot,
     *   <li>its remaining units,
     *   <li>its expired units: those that expired after the cause are clawed back, those that expired before it are written off,
     *   <li>the other lots, for units that are already spent,
     *   <li>an overdraft, as far as {@code policy} allows; later earning covers it.
     * </ol>
     *
     * @return the units clawed back or written off; the caller may claim the rest again when the member has more units
     */
    public long clawBack(UUID lotId, long due, Cause cause, RefundPolicy policy) {
        long left = due;
        left -= ofPending(lotId, left, cause);
        left -= ofRemaining(lotId, left, cause);
        left -= ofExpired(lotId, left, cause);
        left -= ofOthers(lotId, left, cause);
        left -= ofOverdraft(lotId, left, cause, policy);
        Lots lots = account.lots();
        lots.put(lots.get(lotId).withClawback(due - left));
        return due - left;
    }

    /** Returns {@code amount} of {@code spend} to the lots that it consumed. Units of a lot that has expired expire at once. */
    public void returnSpent(OrderSpend spend, long amount, Cause cause) {
        OrderSpend known = spends.getOrDefault(spend.postingId(), spend);
        Instant at = later(account.notAfterBooking(cause.occurredAt()), spend.spentAt());
        List<LotPart> parts = known.refill(amount);
        account.credit(PostingKind.RETURNED, parts, cause, at, spend.postingId());
        Schedule.expireOverdue(account, parts, at);
        spends.put(spend.postingId(), known.returned(amount));
    }

    /** The units of {@code spend}, a spend loaded earlier, that are returned so far. */
    public long returnedOf(OrderSpend spend) {
        return spends.getOrDefault(spend.postingId(), spend).returned();
    }

    private long ofPending(UUID lotId, long atMost, Cause cause) {
        Lot lot = account.lots().get(lotId);
        long taken = Math.min(lot.pending(), atMost);
        if (taken > 0) {
            Instant at = later(account.notAfterBooking(cause.occurredAt()), lot.earnedAt());
            Posting posting = account.post(PostingKind.PENDING_CLAWED_BACK, taken, cause, at, LotTerms.LASTING, lotId);
            account.lots().put(lot.with(-taken, 0, 0, 0));
            account.lots().move(posting.accountVersion(), lotId, -taken, 0, posting.occurredAt());
        }
        return taken;
    }

    private long ofRemaining(UUID lotId, long atMost, Cause cause) {
        long taken = Math.min(account.lots().get(lotId).remaining(), atMost);
        return clawBackFrom(taken > 0 ? List.of(new LotPart(lotId, taken)) : List.of(), lotId, cause);
    }

    /**
     * Units that expired in the ledger only because the cause arrived late become available again first. So the balance of each day stays
     * correct.
     */
    private long ofExpired(UUID lotId, long atMost, Cause cause) {
        Lot lot = account.lots().get(lotId);
        long taken = Math.min(lot.expired(), atMost);
        if (taken == 0) {
            return 0;
        }
        if (lot.hasExpiredAt(account.notAfterBooking(cause.occurredAt()))) {
            account.lots().put(lot.with(0, 0, 0, -taken));
            return taken;
        }
        Posting reinstated =
                account.post(PostingKind.REINSTATED, taken, cause, lot.expiryTime(), LotTerms.LASTING, lotId);
        account.lots().put(lot.with(0, taken, 0, -taken));
        account.lots().move(reinstated.accountVersion(), lotId, taken, 0, reinstated.occurredAt());
        return clawBackFrom(List.of(new LotPart(lotId, taken)), lotId, cause);
    }

    private long ofOthers(UUID lotId, long atMost, Cause cause) {
        long taken = Math.min(atMost, Math.max(0, account.available()));
        return clawBackFrom(taken > 0 ? account.lots().draw(taken) : List.of(), lotId, cause);
    }

    private long ofOverdraft(UUID lotId, long atMost, Cause cause, RefundPolicy policy) {
        long taken = Math.min(atMost, account.available() - policy.floor());
        if (taken <= 0 || policy.floor() == 0) {
            return 0;
        }
        account.lowerFloor(policy);
        Instant at = account.notAfterBooking(cause.occurredAt());
        Posting posting = account.post(PostingKind.CLAWED_BACK, taken, cause, at, LotTerms.LASTING, lotId);
        account.lots().move(posting.accountVersion(), Lots.OVERDRAFT, -taken, 0, posting.occurredAt());
        return taken;
    }

    private long clawBackFrom(List<LotPart> parts, UUID lotId, Cause cause) {
        if (parts.isEmpty()) {
            return 0;
        }
        Instant at = account.lots().usable(parts, account.notAfterBooking(cause.occurredAt()));
        return account.debit(PostingKind.CLAWED_BACK, parts, cause, at, lotId).amount();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
