/**
 * Recall campaigns as operators define and judge them. Its entry point is {@link dev.lodestone.recall.campaigns.CampaignService}. It asks
 * offers and channels for the figures of a campaign.
 */
@NullMarked
package dev.lodestone.recall.campaigns;

import org.jspecify.annotations.NullMarked;
