package dev.lodestone.tier.qualification;

import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.OrderPaid;
import dev.lodestone.events.orders.OrderRefunded;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about one order. What it comes to depends on the facts alone, not on the order in which they arrive.
 *
 * @param completion what the member paid; null as long as only other facts arrived
 * @param refunds by the brand's refund number
 * @param cancelled whether it was cancelled whole, for good
 */
record Purchase(@Nullable Stated completion, Map<String, Stated> refunds, boolean cancelled) {
    static final Purchase UNHEARD_OF = new Purchase(null, Map.of(), false);

    Purchase {
        refunds = Map.copyOf(refunds);
    }

    /** This purchase after one more fact; a fact that was told before, even under another event id, changes nothing. */
    Purchase with(OrderFact fact, Instant at) {
        return switch (fact) {
            case OrderCompleted completed -> completed(new Stated(at, completed.total()));
            case OrderRefunded refunded -> refunded(refunded.refundId(), new Stated(at, refunded.refunded()));
            case OrderCancelled ignored -> new Purchase(completion, refunds, true);
            case OrderPaid ignored -> this;
        };
    }

    /**
     * One for each whole major unit of the currency (299.90 CNY is 299, 299 JPY is 299) that the member paid and did not get back; never
     * negative. A refund in another currency than the order's cannot be set off against it and is left out.
     */
    long growth() {
        if (completion == null || cancelled) {
            return 0;
        }
        String currency = completion.money().currency();
        long refunded = refunds.values().stream()
                .filter(refund -> refund.money().currency().equals(currency))
                .mapToLong(refund -> refund.money().amountMinor())
                .reduce(0, Math::addExact);
        return Math.max(0, completion.money().amountMinor() - refunded) / minorUnits(currency);
    }

    /** This purchase with the refunds of {@code other}, which is the same one read from another row. */
    Purchase plusRefundsOf(Purchase other) {
        Map<String, Stated> more = new HashMap<>(refunds);
        more.putAll(other.refunds);
        return new Purchase(completion, more, cancelled);
    }

    private Purchase completed(Stated stated) {
        return new Purchase(completion == null ? stated : Stated.earlier(completion, stated), refunds, cancelled);
    }

    private Purchase refunded(String refundId, Stated stated) {
        Map<String, Stated> more = new HashMap<>(refunds);
        more.merge(refundId, stated, Stated::earlier);
        return new Purchase(completion, more, cancelled);
    }

    /** Minor units in a major one: 100 fen in a yuan, 1 where the currency has no minor unit. */
    private static long minorUnits(String currency) {
        long units = 1;
        for (int digit = 0; digit < Currency.getInstance(currency).getDefaultFractionDigits(); digit++) {
            units *= 10;
        }
        return units;
    }
}
