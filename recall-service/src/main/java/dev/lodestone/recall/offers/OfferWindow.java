package dev.lodestone.recall.offers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When a return counts, by business time.
 *
 * @param offeredAt included
 * @param validUntil excluded
 */
public record OfferWindow(Instant offeredAt, Instant validUntil) {
    public OfferWindow {
        if (!offeredAt.isBefore(validUntil)) {
            throw new IllegalArgumentException("an offer must be valid for some time");
        }
    }

    /** An offer of {@code asOf}: made now if that is today, otherwise at the end of that day, as history is told later. */
    public static OfferWindow on(LocalDate asOf, ZoneId zone, Instant now, int validDays) {
        Instant dayEnd = asOf.plusDays(1).atStartOfDay(zone).toInstant();
        Instant offeredAt = dayEnd.isAfter(now) ? now : dayEnd;
        return new OfferWindow(offeredAt, offeredAt.plus(Duration.ofDays(validDays)));
    }

    public boolean contains(Instant at) {
        return !at.isBefore(offeredAt) && at.isBefore(validUntil);
    }
}
