package dev.lodestone.points.rewards.redemption;

import dev.lodestone.events.MemberId;

/**
 * A redemption to persist.
 *
 * @param fromStock true if its unit was taken from a limited stock
 */
record RedemptionRow(MemberId member, RedemptionView view, boolean fromStock) {}
