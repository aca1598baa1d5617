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
 * Brings what an account holds of an order to what the order's state says: too much is clawed back, the newest lots first; what is missing is
 * awarded; what was spent on the order comes back in the share that is refunded. Doing it twice changes nothing.
 *
 * @param before the state up to now
 * @param after the state from now on
 * @param policy for points that are spent already
 */
record OrderSettlement(OrderState before, OrderState after, RefundPolicy policy) {
    private static final Comparator<Lot> NEWEST_FIRST =
            Comparator.comparing(Lot::earnedAt).thenComparing(Lot::id).reversed();

    /**
     * Settles one award.
     *
     * @param pointsBefore what the rule paid for the whole order up to now
     * @param cause of a clawback
     * @param increase the cause and terms of awarding more; null where that cannot be
     * @return the lot that was opened, if more was awarded
     */
    @Nullable UUID settle(Account account, OrderAward award, long pointsBefore, Cause cause, @Nullable Increase increase) {
        List<Lot> lots =
                award.lots().stream().map(account::lot).sorted(NEWEST_FIRST).toList();
        long standing =
                lots.stream().mapToLong(lot -> lot.amount() - lot.clawedBack()).sum();
        long target = after.kept(award.points());
        if (target < standing) {
            clawBack(account, lots, standing - target, cause);
        }
        // Never more than the order gained just now: what an operator reversed by hand stays reversed.
        long missing = Math.min(target - standing, target - before.kept(pointsBefore));
        return missing > 0 && increase != null
                ? account.earn(missing, increase.terms(), increase.cause()).id()
                : null;
    }

    /** Gives back, of what was spent on the order, the share that is refunded. */
    void reinstate(Account account, List<OrderSpend> spends, Cause cause) {
        for (OrderSpend spend : spends) {
            long due = spend.amount()
                    - after.kept(spend.amount())
                    - account.refunds().reinstatedOf(spend);
            if (due > 0) {
                account.refunds().reinstate(spend, due, cause);
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

    /** How more is awarded. */
    record Increase(LotTerms terms, Cause cause) {}
}
