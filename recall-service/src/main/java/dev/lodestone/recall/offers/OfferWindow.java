package dev.lodestone.recall.offers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The period in which a return counts, by business time.
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

    /** The window of a run as of {@code asOf}: it begins now if that is today, otherwise at the end of that day. */
    public static OfferWindow on(LocalDate asOf, ZoneId zone, Instant now, int validDays) {
        Instant dayEnd = asOf.plusDays(1).atStartOfDay(zone).toInstant();
        Instant offeredAt = dayEnd.isAfter(now) ? now : dayEnd;
        return new OfferWindow(offeredAt, offeredAt.plus(Duration.ofDays(validDays)));
    }

    public boolean contains(Instant at) {
        return !at.isBefore(offeredAt) && at.isBefore(validUntil);
    }
}
