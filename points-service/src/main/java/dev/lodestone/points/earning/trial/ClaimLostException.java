package dev.lodestone.points.earning.trial;

import java.util.UUID;

/** Another worker began the backtest anew, or it was ended. */
final class ClaimLostException extends RuntimeException {
    ClaimLostException(UUID id) {
        super("the claim on the backtest is lost: " + id);
    }
}
