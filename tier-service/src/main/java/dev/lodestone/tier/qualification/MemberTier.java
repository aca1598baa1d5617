package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;

/**
 * A member's level and the growth behind it. Growth is in whole units.
 *
 * @param member the member
 * @param level code of the level
 * @param purchaseGrowth growth from orders
 * @param activityGrowth growth from everything else
 * @param version number of level changes so far
 */
record MemberTier(MemberId member, String level, long purchaseGrowth, long activityGrowth, long version) {
    long growth() {
        return Math.addExact(purchaseGrowth, activityGrowth);
    }

    MemberTier plusPurchase(long growth) {
        return new MemberTier(member, level, Math.addExact(purchaseGrowth, growth), activityGrowth, version);
    }

    MemberTier plusActivity(long growth) {
        return new MemberTier(member, level, purchaseGrowth, Math.addExact(activityGrowth, growth), version);
    }

    /** The tier after one more change of level. */
    MemberTier withLevel(String newLevel) {
        return new MemberTier(member, newLevel, purchaseGrowth, activityGrowth, version + 1);
    }
}
