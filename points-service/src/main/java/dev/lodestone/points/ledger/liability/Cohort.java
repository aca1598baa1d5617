package dev.lodestone.points.ledger.liability;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Lots that were earned in one month and lapse in one month, by UTC, as they are at the date of the report.
 *
 * @param earned {@code null} for what refunds took below zero, which belongs to no lot
 * @param lapses {@code null} if they never lapse
 * @param issued what the lots were opened with
 * @param expired what of it lapsed
 * @param available what of it can be spent
 * @param pending what of it can be spent later
 * @param held what of it is reserved
 * @param openLots lots of which anything is left
 */
record Cohort(
        @Nullable YearMonth earned,
        @Nullable YearMonth lapses,
        long issued,
        long expired,
        long available,
        long pending,
        long held,
        long openLots) {
    long outstanding() {
        return Math.addExact(Math.addExact(available, pending), held);
    }

    /** Whether nothing more can come of it: its month is over at {@code at}, and so is every lot. */
    boolean isMature(Instant at) {
        return earned != null
                && openLots == 0
                && !earned.plusMonths(1)
                        .atDay(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .isAfter(at);
    }
}
