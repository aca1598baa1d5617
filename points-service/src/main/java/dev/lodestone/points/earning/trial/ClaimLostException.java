package dev.lodestone.points.earning.trial;

import java.util.UUID;

/** Another worker claimed the backtest, or it was finished. */
final class ClaimLostException extends RuntimeException {
    ClaimLostException(UUID id) {
        super("the claim on the backtest is lost: " + id);
    }
}
