package dev.lodestone.gateway.routes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Stops requests to a service after several failures in a row, so that callers get an answer at once and the service can recover. After a pause
 * one trial request is allowed; its outcome decides for the others.
 */
final class CircuitBreaker {
    private final int failuresMax;
    private final Duration pause;
    private final Clock clock;
    private int failuresInRow;
    private Instant openUntil = Instant.MIN;

    CircuitBreaker(int failuresMax, Duration pause, Clock clock) {
        this.failuresMax = failuresMax;
        this.pause = pause;
        this.clock = clock;
    }

    /** Whether a request is allowed now. After the pause the first caller is allowed and the pause begins again. */
    synchronized boolean admits() {
        if (failuresInRow < failuresMax) {
            return true;
        }
        if (clock.instant().isBefore(openUntil)) {
            return false;
        }
        startPause();
        return true;
    }

    synchronized void succeeded() {
        failuresInRow = 0;
    }

    synchronized void failed() {
        failuresInRow = Math.min(failuresInRow + 1, failuresMax);
        if (failuresInRow == failuresMax) {
            startPause();
        }
    }

    private void startPause() {
        openUntil = clock.instant().plus(pause);
    }
}
