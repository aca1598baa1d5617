package dev.lodestone.points.rewards.redemption;

import dev.lodestone.events.MemberId;

/**
 * A redemption and whose it is.
 *
 * @param fromStock whether its unit was taken out of a limited stock
 */
record RedemptionRow(MemberId member, RedemptionView view, boolean fromStock) {}
