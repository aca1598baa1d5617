package dev.lodestone.gateway.limits;

import java.util.HashMap;
import java.util.Map;

/** The bytes of bodies in memory, for each client and in total. Stores only clients with at least one byte. */
final class BodyBudget {
    private final long perClientMax;
    private final long totalMax;
    private final Map<String, Long> held = new HashMap<>();
    private long total;

    BodyBudget(long perClientMax, long totalMax) {
        if (perClientMax < 1 || totalMax < perClientMax) {
            throw new IllegalArgumentException("a client's share must be at least 1 byte and at most the total");
        }
        this.perClientMax = perClientMax;
        this.totalMax = totalMax;
    }

    /** Reserves {@code bytes} for {@code client}, or returns one of the two refusals. */
    synchronized Outcome reserve(String client, long bytes) {
        long now = held.getOrDefault(client, 0L);
        if (now + bytes > perClientMax) {
            return Outcome.CLIENT_EXHAUSTED;
        }
        if (total + bytes > totalMax) {
            return Outcome.TOTAL_EXHAUSTED;
        }
        held.put(client, now + bytes);
        total += bytes;
        return Outcome.RESERVED;
    }

    /** Releases what {@link #reserve} reserved. */
    synchronized void release(String client, long bytes) {
        if (bytes > 0) {
            total -= bytes;
            held.computeIfPresent(client, (name, now) -> now > bytes ? now - bytes : null);
        }
    }

    synchronized long total() {
        return total;
    }

    enum Outcome {
        RESERVED,
        /** The client already uses its share. */
        CLIENT_EXHAUSTED,
        /** All clients together use the total. */
        TOTAL_EXHAUSTED
    }
}
