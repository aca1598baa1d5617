package dev.lodestone.events.recall;

import dev.lodestone.events.Fact;
import java.util.UUID;

/** What happened to an offer for a dormant member. */
public sealed interface RecallFact extends Fact permits OfferMade, OfferAccepted {
    UUID offerId();

    UUID campaignId();

    /** Points the member gets once on return; whole units. */
    long bonusPoints();
}
