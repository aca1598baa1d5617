package dev.lodestone.gateway.rates;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets the takes of one client come one after another, so that those of one replica do not race for its bucket. Stores only clients with a
 * take that is under way.
 */
final class Turns {
    private final int waitingMax;
    private final Map<String, Deque<Runnable>> lines = new HashMap<>();

    /** @param waitingMax takes of one client that wait at most */
    Turns(int waitingMax) {
        this.waitingMax = waitingMax;
    }

    /**
     * Calls {@code take} now, or from {@link #pass} of the take before.
     *
     * @return false if too many wait already, and then it is never called
     */
    boolean begin(String client, Runnable take) {
        synchronized (this) {
            Deque<Runnable> line = lines.get(client);
            if (line != null) {
                return line.size() < waitingMax && line.add(take);
            }
            lines.put(client, new ArrayDeque<>(0));
        }
        take.run();
        return true;
    }

    /** A take has ended. */
    void pass(String client) {
        Runnable next;
        synchronized (this) {
            Deque<Runnable> line = lines.get(client);
            next = line == null ? null : line.poll();
            if (next == null) {
                lines.remove(client);
            }
        }
        if (next != null) {
            next.run();
        }
    }
}
