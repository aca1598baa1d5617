package dev.lodestone.recall.offers;

import java.time.Instant;
import java.util.UUID;

/**
 * An offer to the caller.
 *
 * @param bonusPoints paid once for an order within the offer's time, whole units
 * @param validUntil the order must be earlier
 */
public record OfferView(UUID offerId, UUID campaignId, long bonusPoints, Instant offeredAt, Instant validUntil) {}
