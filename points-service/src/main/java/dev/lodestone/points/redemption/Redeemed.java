package dev.lodestone.points.redemption;

import dev.lodestone.events.MemberId;

/** A redemption and whose it is. */
record Redeemed(MemberId member, RedemptionView view) {}
