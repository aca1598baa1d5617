package dev.lodestone.events.recall;

import dev.lodestone.events.Require;
import java.time.Instant;
import java.util.UUID;

/**
 * A dormant member was offered a bonus for coming back.
 *
 * @param channel how the member was contacted, such as {@code email}
 * @param validUntil the return counts before this instant
 */
public record OfferMade(UUID offerId, UUID campaignId, long bonusPoints, String channel, Instant validUntil)
        implements RecallFact {
    public OfferMade {
        Require.present(offerId, "offerId");
        Require.present(campaignId, "campaignId");
        Require.between(bonusPoints, 1, 1_000_000_000, "bonusPoints");
        Require.text(channel, 20, "channel");
        Require.present(validUntil, "validUntil");
    }
}
