package dev.lodestone.gateway.limits;

import java.util.HashMap;
import java.util.Map;

/** The number of active requests of each client. Stores only clients with an active request. */
final class ClientPermits {
    private final int perClientMax;
    private final Map<String, Integer> taken = new HashMap<>();

    ClientPermits(int perClientMax) {
        if (perClientMax < 1) {
            throw new IllegalArgumentException("perClientMax must be at least 1");
        }
        this.perClientMax = perClientMax;
    }

    /** Whether {@code client} may begin one more request; if so, the caller must call {@link #release} at its end. */
    synchronized boolean tryAcquire(String client) {
        int now = taken.getOrDefault(client, 0);
        if (now >= perClientMax) {
            return false;
        }
        taken.put(client, now + 1);
        return true;
    }

    synchronized void release(String client) {
        taken.computeIfPresent(client, (name, now) -> now > 1 ? now - 1 : null);
    }

    synchronized int clients() {
        return taken.size();
    }
}
