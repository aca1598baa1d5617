package dev.lodestone.tier.history;

import java.time.Instant;

/**
 * Growth that one fact brings, or takes away.
 *
 * @param criterion code of the kind of growth
 * @param dated the date by which it belongs to a window or cycle; of a refund that of its order
 * @param countsFrom when it begins to count: the same date, or the end of the time for returns, or the time of the refund
 * @param amount in whole units; negative if it is taken away
 * @param cause what brought it, such as {@code order:R-1001}
 */
public record Growth(String criterion, Instant dated, Instant countsFrom, long amount, String cause) {
    public Growth {
        if (countsFrom.isBefore(dated)) {
            throw new IllegalArgumentException("growth cannot count before its date");
        }
    }

    /** Growth that counts from its date on. */
    public static Growth of(String criterion, Instant at, long amount, String cause) {
        return new Growth(criterion, at, at, amount, cause);
    }
}
