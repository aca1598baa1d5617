package dev.lodestone.tier.qualification;

import dev.lodestone.events.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * An amount and when it was stated.
 *
 * @param at to the microsecond, as the database keeps it
 */
record Stated(Instant at, Money money) {
    private static final Comparator<Stated> EARLIEST = Comparator.comparing(Stated::at)
            .thenComparing(stated -> stated.money().amountMinor())
            .thenComparing(stated -> stated.money().currency());

    Stated {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Of two statements of the same thing the earlier, so that it does not matter which of them is heard first. */
    static Stated earlier(Stated one, Stated other) {
        return EARLIEST.compare(one, other) <= 0 ? one : other;
    }
}
