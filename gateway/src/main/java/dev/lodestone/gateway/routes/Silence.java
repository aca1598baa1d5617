package dev.lodestone.gateway.routes;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Ends what is silent for too long. Lives on one event loop. */
final class Silence {
    private final Vertx vertx;
    private final long maxNanos;
    private final Runnable over;
    private long heardAt;
    private boolean waiting;
    private long timer;

    Silence(Vertx vertx, Duration max, Runnable over) {
        this.vertx = vertx;
        this.maxNanos = max.toNanos();
        this.over = over;
    }

    void begin() {
        heard();
        arm(maxNanos);
    }

    /** Something came. */
    void heard() {
        heardAt = System.nanoTime();
        waiting = false;
    }

    /** Nothing can come now, because the receiver takes no more. Ends with {@link #heard}. */
    void excuse() {
        waiting = true;
    }

    void end() {
        vertx.cancelTimer(timer);
    }

    private void arm(long nanos) {
        timer = vertx.setTimer(Math.max(1, Math.ceilDiv(nanos, 1_000_000L)), due -> check());
    }

    private void check() {
        long left = waiting ? maxNanos : heardAt + maxNanos - System.nanoTime();
        if (left > 0) {
            arm(left);
        } else {
            over.run();
        }
    }
}
