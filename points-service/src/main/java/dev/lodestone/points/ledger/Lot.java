package dev.lodestone.points.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points earned together.
 *
 * @param id of the posting that opened it
 * @param amount what was earned
 * @param remaining what is neither spent, taken back nor lapsed
 * @param expiresAt when the rest lapses; {@code null}: never
 */
public record Lot(
        UUID id,
        long amount,
        long remaining,
        Instant earnedAt,
        @Nullable Instant expiresAt) {
    /** The order in which lots are spent: nearest expiry first, ties by age, then by id so that it is the same everywhere. */
    public static final Comparator<Lot> SPENDING_ORDER = Comparator.comparing(
                    Lot::expiresAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Lot::earnedAt)
            .thenComparing(Lot::id);

    public Lot {
        if (amount <= 0 || remaining < 0 || remaining > amount) {
            throw new IllegalArgumentException("a lot of " + amount + " cannot have " + remaining + " left");
        }
    }

    Lot less(long used) {
        return new Lot(id, amount, remaining - used, earnedAt, expiresAt);
    }
}
