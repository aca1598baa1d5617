package dev.lodestone.gateway.limits;

import java.util.HashMap;
import java.util.Map;

/** How many bytes of bodies are held, for each client and for all together. Remembers only clients for which some are. */
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

    /** Takes {@code bytes} for {@code client} unless the answer is one of the two refusals. */
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

    /** Gives back what {@link #reserve} took. */
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
        /** The client holds its share already. */
        CLIENT_EXHAUSTED,
        /** All clients together hold everything. */
        TOTAL_EXHAUSTED
    }
}
