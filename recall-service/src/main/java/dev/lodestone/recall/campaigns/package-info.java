/**
 * Recall campaigns: operators define them and read their reports. Its entry point is
 * {@link dev.lodestone.recall.campaigns.CampaignService}. It reads the figures of a report from the packages that own them. It calls
 * {@code channels}, {@code offers} and {@code profile}.
 */
@NullMarked
package dev.lodestone.recall.campaigns;

import org.jspecify.annotations.NullMarked;
