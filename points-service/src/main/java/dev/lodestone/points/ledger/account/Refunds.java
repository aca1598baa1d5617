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

/** Takes back what an account earned, gives back what it spent; each posting names the one that it reverses. */
public final class Refunds {
    private final Account account;
    private final Map<UUID, OrderSpend> spends = new LinkedHashMap<>();

    Refunds(Account account) {
        this.account = account;
    }

    /** What was spent on orders, new or with something of it come back. */
    List<OrderSpend> spends() {
        return spends.values().stream()
                .filter(spend -> !spend.orderId().isEmpty())
                .toList();
    }

    void spent(Posting posting, List<LotPart> parts, @Nullable String orderId) {
        if (orderId != null) {
            OrderSpend spend = new OrderSpend(
                    posting.id(), posting.accountVersion(), orderId, posting.amount(), 0, posting.occurredAt(), parts);
            spends.put(posting.id(), spend);
        }
    }

    /**
     * Takes back {@code due} for the lot {@code lotId}: of the lot itself while it is pending, can be spent, or lapsed only after the cause;
     * what had lapsed before is given up; what was spent comes out of the other lots and then, as far as {@code policy} allows, of what
     * will be earned later.
     *
     * @return what was taken back or given up; the rest may be asked for again when the member has more
     */
    public long takeBack(UUID lotId, long due, Cause cause, RefundPolicy policy) {
        long left = due;
        left -= ofPending(lotId, left, cause);
        left -= ofRemaining(lotId, left, cause);
        left -= ofExpired(lotId, left, cause);
        left -= ofOthers(lotId, left, cause);
        left -= ofOverdraft(lotId, left, cause, policy);
        Lots lots = account.lots();
        lots.put(lots.get(lotId).tookBack(due - left));
        return due - left;
    }

    /** Brings {@code amount} of what {@code spend} took back to the lots it came from; what comes to a lapsed lot lapses at once. */
    public void giveBack(OrderSpend spend, long amount, Cause cause) {
        OrderSpend known = spends.getOrDefault(spend.postingId(), spend);
        Instant at = later(account.notAhead(cause.occurredAt()), spend.spentAt());
        List<LotPart> parts = known.refill(amount);
        account.bring(PostingKind.RETURNED, parts, cause, at, spend.postingId());
        Schedule.expireLapsed(account, parts, at);
        spends.put(spend.postingId(), known.returned(amount));
    }

    /** What came back so far of {@code spend}, which was loaded before. */
    public long returnedOf(OrderSpend spend) {
        return spends.getOrDefault(spend.postingId(), spend).returned();
    }

    private long ofPending(UUID lotId, long atMost, Cause cause) {
        Lot lot = account.lots().get(lotId);
        long taken = Math.min(lot.pending(), atMost);
        if (taken > 0) {
            Instant at = later(account.notAhead(cause.occurredAt()), lot.earnedAt());
            Posting posting = account.post(PostingKind.PENDING_TAKEN_BACK, taken, cause, at, LotTerms.LASTING, lotId);
            account.lots().put(lot.with(-taken, 0, 0, 0));
            account.lots().move(posting.accountVersion(), lotId, -taken, 0, posting.occurredAt());
        }
        return taken;
    }

    private long ofRemaining(UUID lotId, long atMost, Cause cause) {
        long taken = Math.min(account.lots().get(lotId).remaining(), atMost);
        return takeAll(taken > 0 ? List.of(new LotPart(lotId, taken)) : List.of(), lotId, cause);
    }

    /** What the books let lapse only because the cause came late is reopened first, so that no day shows more than there was. */
    private long ofExpired(UUID lotId, long atMost, Cause cause) {
        Lot lot = account.lots().get(lotId);
        long taken = Math.min(lot.expired(), atMost);
        if (taken == 0) {
            return 0;
        }
        if (lot.lapsedAt(account.notAhead(cause.occurredAt()))) {
            account.lots().put(lot.with(0, 0, 0, -taken));
            return taken;
        }
        Posting reopened = account.post(PostingKind.REOPENED, taken, cause, lot.lapse(), LotTerms.LASTING, lotId);
        account.lots().put(lot.with(0, taken, 0, -taken));
        account.lots().move(reopened.accountVersion(), lotId, taken, 0, reopened.occurredAt());
        return takeAll(List.of(new LotPart(lotId, taken)), lotId, cause);
    }

    private long ofOthers(UUID lotId, long atMost, Cause cause) {
        long taken = Math.min(atMost, Math.max(0, account.available()));
        return takeAll(taken > 0 ? account.lots().draw(taken) : List.of(), lotId, cause);
    }

    private long ofOverdraft(UUID lotId, long atMost, Cause cause, RefundPolicy policy) {
        long taken = Math.min(atMost, account.available() - policy.floor());
        if (taken <= 0 || policy.floor() == 0) {
            return 0;
        }
        account.allow(policy);
        Instant at = account.notAhead(cause.occurredAt());
        Posting posting = account.post(PostingKind.TAKEN_BACK, taken, cause, at, LotTerms.LASTING, lotId);
        account.lots().move(posting.accountVersion(), Lots.OVERDRAFT, -taken, 0, posting.occurredAt());
        return taken;
    }

    private long takeAll(List<LotPart> parts, UUID lotId, Cause cause) {
        if (parts.isEmpty()) {
            return 0;
        }
        Instant at = account.lots().usable(parts, account.notAhead(cause.occurredAt()));
        return account.take(PostingKind.TAKEN_BACK, parts, cause, at, lotId).amount();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
