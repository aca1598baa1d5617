package dev.lodestone.points.earning;

import dev.lodestone.events.Fact;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.recall.OfferAccepted;

/** What a rule pays. Values in, points out; whole points, rounded down. */
public sealed interface Award {
    /** Points for {@code fact}, 0 if this award is not for it. */
    long points(Fact fact);

    /** {@code points} for every {@code perAmountMinor} of an order's total in {@code currency}; parts count in proportion. */
    record PerAmount(long points, long perAmountMinor, String currency) implements Award {
        @Override
        public long points(Fact fact) {
            return fact instanceof OrderCompleted order
                            && order.total().currency().equals(currency)
                    ? Math.multiplyExact(order.total().amountMinor(), points) / perAmountMinor
                    : 0;
        }
    }

    /** {@code points} for each fact. */
    record Fixed(long points) implements Award {
        @Override
        public long points(Fact fact) {
            return points;
        }
    }

    /** What an accepted offer promised, at most {@code pointsMax}. */
    record AsOffered(long pointsMax) implements Award {
        @Override
        public long points(Fact fact) {
            return fact instanceof OfferAccepted offer ? Math.min(offer.bonusPoints(), pointsMax) : 0;
        }
    }
}
