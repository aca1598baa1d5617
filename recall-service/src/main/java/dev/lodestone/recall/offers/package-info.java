/**
 * Who takes part in a campaign, in which arm, what they were offered and whether they came back. Its door is
 * {@link dev.lodestone.recall.offers.OfferService}. It writes by channels and knows orders as profile counts them; what a campaign is, it does
 * not know.
 */
@NullMarked
package dev.lodestone.recall.offers;

import org.jspecify.annotations.NullMarked;
