package dev.lodestone.points.ledger.lots;

import java.time.Instant;
import java.util.UUID;

/**
 * The change that posting {@code accountVersion} made to a lot opened earlier, or to the overdraft.
 *
 * @param lotId the lot, or {@link Lots#OVERDRAFT}
 * @param freeChange signed change of pending and remaining together
 * @param heldChange signed change of the held units
 */
public record LotMovement(long accountVersion, UUID lotId, long freeChange, long heldChange, Instant occurredAt) {
    LotMovement plus(long free, long held) {
        return new LotMovement(accountVersion, lotId, freeChange + free, heldChange + held, occurredAt);
    }

    boolean isNothing() {
        return freeChange == 0 && heldChange == 0;
    }
}
