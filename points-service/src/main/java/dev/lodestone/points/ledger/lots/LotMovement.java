package dev.lodestone.points.ledger.lots;

import java.time.Instant;
import java.util.UUID;

/**
 * What posting {@code accountVersion} did to a lot that had been opened before, or to the overdraft.
 *
 * @param lotId the lot, or {@link Lots#OVERDRAFT}
 * @param freeChange to pending and remaining together
 * @param heldChange to what holds reserve
 */
public record LotMovement(long accountVersion, UUID lotId, long freeChange, long heldChange, Instant occurredAt) {
    LotMovement plus(long free, long held) {
        return new LotMovement(accountVersion, lotId, freeChange + free, heldChange + held, occurredAt);
    }

    boolean isNothing() {
        return freeChange == 0 && heldChange == 0;
    }
}
