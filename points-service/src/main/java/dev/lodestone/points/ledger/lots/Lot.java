package dev.lodestone.points.ledger.lots;

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
 * @param returnedAt when something of it last came back after it had been spent, held or expired; {@code null}: never
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
        @Nullable Instant returnedAt,
        LotTerms terms,
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

    /** From when all that can be spent of it can be: a posting that comes late moves nothing before that. */
    public Instant usableFrom() {
        Instant first = later(earnedAt, terms.availableAt());
        return later(first, returnedAt);
    }

    /** When it lapses or last lapsed, for a lot that does: never before it could be spent. */
    public Instant lapse() {
        Instant expiresAt = terms.expiresAt();
        if (expiresAt == null) {
            throw new IllegalStateException("lot " + id + " never lapses");
        }
        return later(expiresAt, usableFrom());
    }

    /** Whether nothing of it is left, in whatever state. */
    public boolean isSpent() {
        return pending + remaining + held + expired == 0;
    }

    /** Whether its time was over at {@code instant}, as far as it had come to the member before. */
    public boolean lapsedAt(Instant instant) {
        Instant expiresAt = terms.expiresAt();
        return expiresAt != null && !instant.isBefore(later(expiresAt, later(earnedAt, terms.availableAt())));
    }

    /** This lot with its parts changed by these amounts. */
    public Lot with(long pendingChange, long remainingChange, long heldChange, long expiredChange) {
        return new Lot(
                id,
                amount,
                pending + pendingChange,
                remaining + remainingChange,
                held + heldChange,
                expired + expiredChange,
                takenBack,
                earnedAt,
                returnedAt,
                terms,
                orderId,
                causeType);
    }

    public Lot tookBack(long more) {
        return new Lot(
                id,
                amount,
                pending,
                remaining,
                held,
                expired,
                takenBack + more,
                earnedAt,
                returnedAt,
                terms,
                orderId,
                causeType);
    }

    public Lot returned(Instant at) {
        Instant last = later(at, returnedAt);
        return new Lot(
                id, amount, pending, remaining, held, expired, takenBack, earnedAt, last, terms, orderId, causeType);
    }

    /** When it would lapse after activity at {@code instant}; {@code null} if that changes nothing. */
    public @Nullable Instant extendedBy(Instant instant) {
        Instant expiresAt = terms.expiresAt();
        if (terms.extendsDays() == null || expiresAt == null || !instant.isBefore(expiresAt)) {
            return null;
        }
        Instant later = instant.plus(Duration.ofDays(terms.extendsDays()));
        return later.isAfter(expiresAt) ? later : null;
    }

    public Lot expiringAt(Instant expiresAt) {
        return new Lot(
                id,
                amount,
                pending,
                remaining,
                held,
                expired,
                takenBack,
                earnedAt,
                returnedAt,
                new LotTerms(terms.availableAt(), expiresAt, terms.extendsDays()),
                orderId,
                causeType);
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || other.isBefore(one) ? one : other;
    }
}
