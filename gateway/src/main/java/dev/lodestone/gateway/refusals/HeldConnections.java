package dev.lodestone.gateway.refusals;

import java.util.concurrent.atomic.AtomicInteger;

/** How many refused connections stay open unread. There are only so many, so that others always find room for theirs. */
final class HeldConnections {
    private final int max;
    private final AtomicInteger held = new AtomicInteger();

    HeldConnections(int max) {
        this.max = max;
    }

    /** Whether one more may be held; if so, it must be given back by {@link #release}. */
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
