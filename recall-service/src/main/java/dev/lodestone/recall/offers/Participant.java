package dev.lodestone.recall.offers;

import dev.lodestone.events.MemberId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member in a campaign who has not come back yet.
 *
 * @param offerId null for those held out
 * @param bonusPoints 0 for those held out
 */
record Participant(
        MemberId member,
        UUID campaignId,
        OfferWindow window,
        @Nullable UUID offerId,
        long bonusPoints) {}
