package dev.lodestone.points.ledger.history;

import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The period of a statement: the postings with {@code from} &lt;= time &lt; {@code until}; {@code null} means no limit.
 *
 * <p>By business time, a late event belongs to the period in which it happened. The opening balance is the sum of all postings that
 * happened before the period, the closing balance the sum of all that happened before its end; the lines in between make up the difference
 * exactly. A past period may still get new lines. By booking time it cannot, once the transactions of its last moment have ended.
 */
public record Period(
        By by, @Nullable Instant from, @Nullable Instant until) {
    /** The time that decides to which period a posting belongs. */
    public enum By {
        /** The business time. */
        OCCURRED,
        /** The booking time. */
        BOOKED;

        /** A pattern of the names, to validate request parameters. */
        public static final String NAMES = "OCCURRED|BOOKED";
    }

    /** A period without limits: all postings. */
    public static final Period UNLIMITED = new Period(By.OCCURRED, null, null);

    public Period {
        if (from != null && until != null && until.isBefore(from)) {
            throw new ProblemException(PlatformProblems.INVALID_REQUEST, "until must not be before from");
        }
    }

    boolean isUnlimited() {
        return from == null && until == null;
    }
}
