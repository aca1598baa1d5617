package dev.lodestone.points.ledger.lots;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The units of one accrual. Its parts never exceed the units earned.
 *
 * @param id of the posting that opened it
 * @param returnedAt when units last returned to it after they were spent, held or expired; {@code null}: never
 */
public record Lot(
        UUID id,
        LotOrigin origin,
        LotUnits units,
        LotTerms terms,
        @Nullable Instant returnedAt) {
    /** The order in which lots are spent: nearest expiry first, then oldest, then by id so that the order is always the same. */
    public static final Comparator<Lot> SPENDING_ORDER = Comparator.comparing(
                    Lot::expiresAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Lot::earnedAt)
            .thenComparing(Lot::id);

    public Lot {
        long amount = origin.amount();
        if (amount <= 0 || units.left() > amount || units.clawedBack() > amount) {
            throw new IllegalArgumentException("the parts of a lot of " + amount + " must not exceed it");
        }
    }

    public long amount() {
        return origin.amount();
    }

    public Instant earnedAt() {
        return origin.earnedAt();
    }

    public @Nullable String orderId() {
        return origin.orderId();
    }

    public @Nullable String causeType() {
        return origin.causeType();
    }

    public long pending() {
        return units.pending();
    }

    public long remaining() {
        return units.remaining();
    }

    public long held() {
        return units.held();
    }

    public long expired() {
        return units.expired();
    }

    public long clawedBack() {
        return units.clawedBack();
    }

    public @Nullable Instant expiresAt() {
        return terms.expiresAt();
    }

    /** From when all remaining units can be spent. A late posting must not move them at an earlier time. */
    public Instant usableFrom() {
        Instant first = later(earnedAt(), terms.availableAt());
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
        return units.left() == 0;
    }

    /** True if the lot had expired at {@code instant}. A lot cannot expire before it was earned or became available. */
    public boolean hasExpiredAt(Instant instant) {
        Instant expiresAt = terms.expiresAt();
        return expiresAt != null && !instant.isBefore(later(expiresAt, later(earnedAt(), terms.availableAt())));
    }

    /** A copy with its parts changed by these signed amounts. */
    public Lot with(long pendingChange, long remainingChange, long heldChange, long expiredChange) {
        return with(units.plus(pendingChange, remainingChange, heldChange, expiredChange));
    }

    /** A copy with {@code more} added to the units clawed back. */
    public Lot withClawback(long more) {
        return with(units.plusClawback(more));
    }

    /** A copy to which units returned at {@code at}. */
    public Lot returned(Instant at) {
        return new Lot(id, origin, units, terms, later(at, returnedAt));
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
        LotTerms extended = new LotTerms(terms.availableAt(), expiresAt, terms.extendsDays());
        return new Lot(id, origin, units, extended, returnedAt);
    }

    private Lot with(LotUnits changed) {
        return new Lot(id, origin, changed, terms, returnedAt);
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || other.isBefore(one) ? one : other;
    }
}
