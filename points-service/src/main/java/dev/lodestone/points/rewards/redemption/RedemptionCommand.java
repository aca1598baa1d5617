package dev.lodestone.points.rewards.redemption;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.idempotency.IdempotentRequest;

/** A member's wish to buy one piece of a reward. */
record RedemptionCommand(MemberId member, String rewardCode, IdempotentRequest request) {
    /** What no two attempts in one transaction share: of two with one key the later must see what became of the earlier. */
    record Key(String caller, String key) {}

    Key key() {
        return new Key(request.caller(), request.key());
    }
}
