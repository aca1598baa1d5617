package dev.lodestone.points.ledger.statement;

import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a statement is about: the postings with {@code from} &lt;= time &lt; {@code until}; {@code null} is no limit.
 *
 * <p>By business time a fact that arrives late belongs to the period in which it happened, whenever it was booked. So opening is the sum of
 * all postings that happened before, closing that of all that happened before the end, and the lines between make up the difference
 * exactly; but a period that is over may still gain lines. By book time it may not, once the transactions of its last moment are done.
 */
record Period(By by, @Nullable Instant from, @Nullable Instant until) {
    /** Which time counts. */
    enum By {
        /** When it happened. */
        OCCURRED,
        /** When it was booked. */
        BOOKED;

        /** A pattern of the names, for parameters of requests. */
        static final String NAMES = "OCCURRED|BOOKED";
    }

    /** All postings. */
    static final Period UNLIMITED = new Period(By.OCCURRED, null, null);

    Period {
        if (from != null && until != null && until.isBefore(from)) {
            throw new ProblemException(PlatformProblems.INVALID_REQUEST, "until must not be before from");
        }
    }

    boolean isUnlimited() {
        return from == null && until == null;
    }
}
