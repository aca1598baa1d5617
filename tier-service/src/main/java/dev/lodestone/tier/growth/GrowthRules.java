package dev.lodestone.tier.growth;

import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.events.orders.state.Worth;
import dev.lodestone.tier.history.Growth;
import dev.lodestone.tier.tiersets.Criterion;
import dev.lodestone.tier.tiersets.Source;
import dev.lodestone.tier.tiersets.Source.Kind;
import dev.lodestone.tier.tiersets.TierSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.LongUnaryOperator;

/** The growth that facts bring by the sources of a tier set. Pure. */
public final class GrowthRules {
    private GrowthRules() {}

    /**
     * The growth of an order: what it brought when it was completed, and what each refund and the cancellation took away. All of it is dated as
     * the order, so that it belongs to one window. An order that is not completed brings nothing.
     *
     * @param cause names the order
     */
    public static List<Growth> ofOrder(TierSet set, OrderState order, String cause) {
        List<Growth> growth = new ArrayList<>();
        for (Criterion criterion : set.criteria()) {
            for (Source source : criterion.sources()) {
                if (source.kind() != Kind.ACTIVITY && order.completion() != null) {
                    ofOrder(set, criterion, units(source, order), order.course(), cause, growth);
                }
            }
        }
        return growth;
    }

    /** The growth of an activity. */
    public static List<Growth> ofActivity(TierSet set, Activity activity) {
        List<Growth> growth = new ArrayList<>();
        for (Criterion criterion : set.criteria()) {
            for (Source source : criterion.sources()) {
                if (source.kind() == Kind.ACTIVITY) {
                    long amount = Math.multiplyExact(activity.points(), source.growth());
                    growth.add(Growth.of(criterion.code(), activity.at(), amount, "activity:" + activity.key()));
                }
            }
        }
        return growth;
    }

    private static void ofOrder(
            TierSet set,
            Criterion criterion,
            LongUnaryOperator units,
            List<Worth> course,
            String cause,
            List<Growth> growth) {
        Instant counts = course.getFirst()
                .from()
                .atZone(set.zone())
                .plus(criterion.returnWindow())
                .toInstant();
        long before = 0;
        for (Worth worth : course) {
            long after = units.applyAsLong(worth.netMinor());
            Instant from = worth.from().isBefore(counts) ? counts : worth.from();
            if (after != before) {
                growth.add(new Growth(criterion.code(), counts, from, after - before, cause));
            }
            before = after;
        }
    }

    /** What a source makes of the amount that the brand keeps of an order. */
    private static LongUnaryOperator units(Source source, OrderState order) {
        if (source.kind() == Kind.ORDERS) {
            // An order that is refunded whole still counts where no amount is asked for: the member was there.
            // Cancelled, it does not.
            long least = source.leastMinor();
            return net -> net >= least && (net > 0 || order.counts()) ? source.growth() : 0;
        }
        long minorUnits =
                minorUnits(Objects.requireNonNull(order.completion()).total().currency());
        return net -> net < source.leastMinor() ? 0 : Math.multiplyExact(net / minorUnits, source.growth());
    }

    /** The number of minor units in a major unit: 100 fen in a yuan; 1 if the currency has no minor unit. */
    private static long minorUnits(String currency) {
        long units = 1;
        for (int digit = 0; digit < Currency.getInstance(currency).getDefaultFractionDigits(); digit++) {
            units *= 10;
        }
        return units;
    }
}
