package dev.lodestone.points.earning.accrual;

import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.points.ledger.account.Account;
import dev.lodestone.points.ledger.account.Cause;
import dev.lodestone.points.ledger.account.OrderSpend;
import dev.lodestone.points.ledger.account.RefundPolicy;
import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.lots.LotTerms;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings the lots of an order in line with the order's state: claws back excess points from the newest lots first, awards missing points,
 * and returns the refunded share of points that were spent on the order. Applying it twice changes nothing.
 *
 * @param before the state of the order up to now
 * @param after the state of the order from now on
 * @param policy for points that are already spent
 */
record OrderSettlement(OrderState before, OrderState after, RefundPolicy policy) {
    private static final Comparator<Lot> NEWEST_FIRST =
            Comparator.comparing(Lot::earnedAt).thenComparing(Lot::id).reversed();

    /**
     * Settles one award.
     *
     * @param pointsBefore what the rule paid for the whole order up to now
     * @param cause of a clawback
     * @param increase the terms and cause for additional points; null if they cannot be awarded
     * @return the id of the new lot, if additional points were awarded
     */
    @Nullable UUID settle(Account account, OrderAward award, long pointsBefore, Cause cause, @Nullable Increase increase) {
        List<Lot> lots =
                award.lots().stream().map(account::lot).sorted(NEWEST_FIRST).toList();
        long current =
                lots.stream().mapToLong(lot -> lot.amount() - lot.clawedBack()).sum();
        long target = after.kept(award.points());
        if (target < current) {
            clawBack(account, lots, current - target, cause);
        }
        // At most what this change added: a posting that an operator reversed stays reversed.
        long missing = Math.min(target - current, target - before.kept(pointsBefore));
        return missing > 0 && increase != null
                ? account.earn(missing, increase.terms(), increase.cause()).id()
                : null;
    }

    /** Returns the refunded share of the points that were spent on the order. */
    void returnSpent(Account account, List<OrderSpend> spends, Cause cause) {
        for (OrderSpend spend : spends) {
            long due = spend.amount()
                    - after.kept(spend.amount())
                    - account.refunds().returnedOf(spend);
            if (due > 0) {
                account.refunds().returnSpent(spend, due, cause);
            }
        }
    }

    private void clawBack(Account account, List<Lot> lots, long due, Cause cause) {
        long left = due;
        for (Lot lot : lots) {
            long part = Math.min(left, lot.amount() - lot.clawedBack());
            if (part > 0) {
                account.refunds().clawBack(lot.id(), part, cause, policy);
                left -= part;
            }
        }
    }

    /** Terms and cause of additional points. */
    record Increase(LotTerms terms, Cause cause) {}
}
