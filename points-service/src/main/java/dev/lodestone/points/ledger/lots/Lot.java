package dev.lodestone.points.ledger.lots;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The units of one accrual. The parts never exceed {@code amount}; the difference was spent or clawed back.
 *
 * @param id of the posting that opened it
 * @param amount the units earned
 * @param pending units that cannot be spent before {@code terms.availableAt}
 * @param remaining units that can be spent
 * @param held units reserved by holds
 * @param expired expired units that no refund has written off
 * @param clawedBack units that refunds clawed back for this lot, including units from other lots where this one was spent
 * @param returnedAt when units last returned to it after they were spent, held or expired; {@code null}: never
 * @param orderId the order that earned it, if any
 * @param causeType CloudEvents type of the event that earned it, or the name of another cause
 */
public record Lot(
        UUID id,
        long amount,
        long pending,
        long remaining,
        long held,
        long expired,
        long clawedBack,
        Instant earnedAt,
        @Nullable Instant returnedAt,
        LotTerms terms,
        @Nullable String orderId,
        @Nullable String causeType) {
    /** The order in which lots are spent: nearest expiry first, then oldest, then by id so that the order is always the same. */
    public static final Comparator<Lot> SPENDING_ORDER = Comparator.comparing(
                    Lot::expiresAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Lot::earnedAt)
            .thenComparing(Lot::id);

    public Lot {
        if (amount <= 0 || pending < 0 || remaining < 0 || held < 0 || expired < 0) {
            throw new IllegalArgumentException("the parts of a lot of " + amount + " must not be negative");
        }
        if (pending + remaining + held + expired > amount || clawedBack < 0 || clawedBack > amount) {
            throw new IllegalArgumentException("the parts of a lot of " + amount + " must not exceed it");
        }
    }

    public @Nullable Instant expiresAt() {
        return terms.expiresAt();
    }

    /** From when all remaining units can be spent. A late posting must not move them at an earlier time. */
    public Instant usableFrom() {
        Instant first = later(earnedAt, terms.availableAt());
        return later(first, returnedAt);
    }

    /**
     * When it expires or last expired; never before it could be spent.
     *
     * @throws IllegalStateException if it never expires
     */
    public Instant expiryTime() {
        Instant expiresAt = terms.expiresAt();
        if (expiresAt == null) {
            throw new IllegalStateException("lot " + id + " never expires");
        }
        return later(expiresAt, usableFrom());
    }

    /** True if it has no units left in any state. */
    public boolean isSpent() {
        return pending + remaining + held + expired == 0;
    }

    /** True if the lot had expired at {@code instant}. A lot cannot expire before it was earned or became available. */
    public boolean hasExpiredAt(Instant instant) {
        Instant expiresAt = terms.expiresAt();
        return expiresAt != null && !instant.isBefore(later(expiresAt, later(earnedAt, terms.availableAt())));
    }

    /** A copy with its parts changed by these signed amounts. */
    public Lot with(long pendingChange, long remainingChange, long heldChange, long expiredChange) {
        return new Lot(
                id,
                amount,
                pending + pendingChange,
                remaining + remainingChange,
                held + heldChange,
                expired + expiredChange,
                clawedBack,
                earnedAt,
                returnedAt,
                terms,
                orderId,
                causeType);
    }

    /** A copy with {@code more} added to {@code clawedBack}. */
    public Lot withClawback(long more) {
        return new Lot(
                id,
                amount,
                pending,
                remaining,
                held,
                expired,
                clawedBack + more,
                earnedAt,
                returnedAt,
                terms,
                orderId,
                causeType);
    }

    /** A copy to which units returned at {@code at}. */
    public Lot returned(Instant at) {
        Instant last = later(at, returnedAt);
        return new Lot(
                id, amount, pending, remaining, held, expired, clawedBack, earnedAt, last, terms, orderId, causeType);
    }

    /** The new expiry after activity at {@code instant}; {@code null} if the activity does not change it. */
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
                clawedBack,
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
