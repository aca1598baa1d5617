package dev.lodestone.gateway.refusals;

import java.util.concurrent.atomic.AtomicInteger;

/** The number of rejected connections that stay open unread. It is limited, so that connections are left for others. */
final class HeldConnections {
    private final int max;
    private final AtomicInteger held = new AtomicInteger();

    HeldConnections(int max) {
        this.max = max;
    }

    /** Whether one more connection may stay open; if so, the caller must call {@link #release} at its end. */
    boolean tryTake() {
        return held.getAndUpdate(now -> now < max ? now + 1 : now) < max;
    }

    void release() {
        held.decrementAndGet();
    }

    int count() {
        return held.get();
    }
}
