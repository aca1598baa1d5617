package dev.lodestone.recall.offers;

import dev.lodestone.events.MemberId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A participant of a campaign who has not returned yet.
 *
 * @param offerId null for held-out members
 * @param bonusPoints 0 for held-out members
 */
record Participant(
        MemberId member,
        UUID campaignId,
        OfferWindow window,
        @Nullable UUID offerId,
        long bonusPoints) {}
