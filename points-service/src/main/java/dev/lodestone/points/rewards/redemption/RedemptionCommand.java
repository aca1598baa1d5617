package dev.lodestone.points.rewards.redemption;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.idempotency.IdempotentRequest;

/** A request of a member to buy one unit of a reward. */
record RedemptionCommand(MemberId member, String rewardCode, IdempotentRequest request) {
    /** Identifies a request. Two commands with one key never share a transaction: the later one must read the result of the earlier one. */
    record Key(String caller, String key) {}

    Key key() {
        return new Key(request.caller(), request.key());
    }
}
