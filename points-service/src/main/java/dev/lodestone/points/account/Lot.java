package dev.lodestone.points.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was earned together. The parts never exceed {@code amount}; what is missing was spent or taken back.
 *
 * @param id of the posting that opened it
 * @param amount what was earned
 * @param pending not to be spent before {@code terms.availableAt}
 * @param remaining can be spent
 * @param held reserved by holds
 * @param expired lapsed, and no refund was set off against it
 * @param takenBack what refunds took for it, also out of other lots where this one was spent
 * @param orderId the order that brought it, if one did
 * @param causeType CloudEvents type of what earned it, or what else did
 */
public record Lot(
        UUID id,
        long amount,
        long pending,
        long remaining,
        long held,
        long expired,
        long takenBack,
        Instant earnedAt,
        Terms terms,
        @Nullable String orderId,
        @Nullable String causeType) {
    /** The order in which lots are spent: nearest expiry first, ties by age, then by id so that it is the same everywhere. */
    public static final Comparator<Lot> SPENDING_ORDER = Comparator.comparing(
                    Lot::expiresAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Lot::earnedAt)
            .thenComparing(Lot::id);

    public Lot {
        if (amount <= 0 || pending < 0 || remaining < 0 || held < 0 || expired < 0) {
            throw new IllegalArgumentException("a lot of " + amount + " cannot have " + remaining + " left");
        }
        if (pending + remaining + held + expired > amount || takenBack < 0 || takenBack > amount) {
            throw new IllegalArgumentException("the parts of a lot of " + amount + " cannot exceed it");
        }
    }

    public @Nullable Instant expiresAt() {
        return terms.expiresAt();
    }

    /** From when it can be spent. */
    Instant usableFrom() {
        Instant availableAt = terms.availableAt();
        return availableAt == null || availableAt.isBefore(earnedAt) ? earnedAt : availableAt;
    }

    /** When it lapses or lapsed, for a lot that does. */
    Instant lapse() {
        Instant expiresAt = terms.expiresAt();
        if (expiresAt == null) {
            throw new IllegalStateException("lot " + id + " never lapses");
        }
        return expiresAt;
    }

    /** Whether nothing of it is left, in whatever state. */
    boolean isSpent() {
        return pending + remaining + held + expired == 0;
    }

    boolean lapsedAt(Instant instant) {
        Instant expiresAt = terms.expiresAt();
        return expiresAt != null && !instant.isBefore(expiresAt);
    }

    /** This lot with its parts changed by these amounts. */
    Lot with(long pendingChange, long remainingChange, long heldChange, long expiredChange) {
        return new Lot(
                id,
                amount,
                pending + pendingChange,
                remaining + remainingChange,
                held + heldChange,
                expired + expiredChange,
                takenBack,
                earnedAt,
                terms,
                orderId,
                causeType);
    }

    Lot tookBack(long more) {
        return new Lot(
                id, amount, pending, remaining, held, expired, takenBack + more, earnedAt, terms, orderId, causeType);
    }

    /** When it would lapse after activity at {@code instant}; {@code null} if that changes nothing. */
    @Nullable Instant extendedBy(Instant instant) {
        Instant expiresAt = terms.expiresAt();
        if (terms.extendsDays() == null || expiresAt == null || !instant.isBefore(expiresAt)) {
            return null;
        }
        Instant later = instant.plus(Duration.ofDays(terms.extendsDays()));
        return later.isAfter(expiresAt) ? later : null;
    }

    Lot expiringAt(Instant expiresAt) {
        return new Lot(
                id,
                amount,
                pending,
                remaining,
                held,
                expired,
                takenBack,
                earnedAt,
                new Terms(terms.availableAt(), expiresAt, terms.extendsDays()),
                orderId,
                causeType);
    }
}
