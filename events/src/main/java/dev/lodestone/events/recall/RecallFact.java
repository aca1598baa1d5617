package dev.lodestone.events.recall;

import dev.lodestone.events.Fact;
import java.util.UUID;

/** What recall-service tells of an offer to a member who drifted away. */
public sealed interface RecallFact extends Fact permits OfferMade, OfferAccepted {
    UUID offerId();

    UUID campaignId();

    /** Points the member gets once on return; whole units. */
    long bonusPoints();
}
