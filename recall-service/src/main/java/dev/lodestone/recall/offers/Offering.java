package dev.lodestone.recall.offers;

import dev.lodestone.recall.channels.EmailMessage;
import java.util.UUID;

/**
 * What one run of a campaign offers to whom it picks.
 *
 * @param holdOut decides who is left alone
 * @param window for both arms, so that they can be compared
 * @param bonusPoints for coming back, whole units
 * @param message to the treated; its id is the campaign's
 */
public record Offering(
        UUID campaignId, UUID runId, HoldOut holdOut, OfferWindow window, long bonusPoints, EmailMessage message) {}
