package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;

/**
 * Where a member stands.
 *
 * @param member whose
 * @param level code of the level
 * @param purchaseGrowth growth of all purchases
 * @param activityGrowth growth of everything else
 * @param version counts changes of level from 1; 0 before the first
 */
record Standing(MemberId member, String level, long purchaseGrowth, long activityGrowth, long version) {
    long growth() {
        return Math.addExact(purchaseGrowth, activityGrowth);
    }

    Standing plusPurchase(long growth) {
        return new Standing(member, level, Math.addExact(purchaseGrowth, growth), activityGrowth, version);
    }

    Standing plusActivity(long growth) {
        return new Standing(member, level, purchaseGrowth, Math.addExact(activityGrowth, growth), version);
    }

    Standing on(String newLevel) {
        return new Standing(member, newLevel, purchaseGrowth, activityGrowth, version + 1);
    }
}
