package dev.lodestone.recall.offers;

import dev.lodestone.recall.channels.EmailMessage;
import java.util.UUID;

/**
 * The offer of one run of a campaign.
 *
 * @param holdOut decides which members are held out
 * @param window for both arms, so that they can be compared
 * @param bonusPoints for a return, whole units
 * @param message to the treated; its id is the campaign's
 */
public record Offering(
        UUID campaignId, UUID runId, HoldOut holdOut, OfferWindow window, long bonusPoints, EmailMessage message) {}
