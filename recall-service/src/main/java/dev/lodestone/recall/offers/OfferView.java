package dev.lodestone.recall.offers;

import java.time.Instant;
import java.util.UUID;

/**
 * An offer to the caller.
 *
 * {@snippet lang=json :
 * {
 *   "offerId": "019ca7aa-16e0-76ee-b36a-8786c764f974", "campaignId": "019ca7aa-12f8-7a03-97aa-f94de2f5ce01", "bonusPoints": 200,
 *   "offeredAt": "2026-03-01T04:31:07Z", "validUntil": "2026-03-15T04:31:07Z"
 * }
 * }
 *
 * @param bonusPoints paid once for an order within the offer's time, whole units
 * @param validUntil the order must be earlier
 */
public record OfferView(UUID offerId, UUID campaignId, long bonusPoints, Instant offeredAt, Instant validUntil) {}
