/**
 * The participants of a campaign: their arm, their offer, and whether they returned. Its entry point is
 * {@link dev.lodestone.recall.offers.OfferService}. It does not know how a campaign is defined. It calls {@code channels} and
 * {@code profile}.
 */
@NullMarked
package dev.lodestone.recall.offers;

import org.jspecify.annotations.NullMarked;
