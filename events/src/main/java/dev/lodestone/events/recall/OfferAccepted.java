package dev.lodestone.events.recall;

import dev.lodestone.events.Require;
import java.util.UUID;

/**
 * A member came back within the time of the offer. The bonus is due once for each offer.
 *
 * @param orderId the order by which the member returned
 */
public record OfferAccepted(UUID offerId, UUID campaignId, long bonusPoints, String orderId) implements RecallFact {
    public OfferAccepted {
        Require.present(offerId, "offerId");
        Require.present(campaignId, "campaignId");
        Require.between(bonusPoints, 1, 1_000_000_000, "bonusPoints");
        Require.text(orderId, 100, "orderId");
    }
}
