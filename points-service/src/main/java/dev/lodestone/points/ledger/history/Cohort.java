package dev.lodestone.points.ledger.history;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The lots that were earned in one month and expire in one month (UTC), in their state at the date of the report.
 *
 * @param earned {@code null} for overdrafts, which belong to no lot
 * @param expires {@code null} if they never expire
 * @param issued units that the lots were opened with
 * @param expired units that expired
 * @param available units that can be spent
 * @param pending units that can be spent later
 * @param held units reserved by holds
 * @param openLots number of lots with units left
 */
public record Cohort(
        @Nullable YearMonth earned,
        @Nullable YearMonth expires,
        long issued,
        long expired,
        long available,
        long pending,
        long held,
        long openLots) {
    /** The units that are not spent and have not expired. */
    public long outstanding() {
        return Math.addExact(Math.addExact(available, pending), held);
    }

    /** True if the cohort cannot change any more: its month is over at {@code at}, and no lot has units left. */
    public boolean isMature(Instant at) {
        return earned != null
                && openLots == 0
                && !earned.plusMonths(1)
                        .atDay(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .isAfter(at);
    }
}
