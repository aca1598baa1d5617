package dev.lodestone.devstack.embedded;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Who still needs the daemon: open leases, and the processes that took one. A test process closes its last lease
 * between two configurations of the service under test, so it keeps the daemon alive until it has ended.
 */
final class LeaseBook {

    private final Duration idleMax;
    private final Set<Long> owners = new HashSet<>();
    private int open;
    private long idleSinceNanos;
    private boolean ended;

    LeaseBook(Duration idleMax, long nowNanos) {
        this.idleMax = idleMax;
        this.idleSinceNanos = nowNanos;
    }

    /** False when the daemon has decided to stop: the caller must not use it. */
    synchronized boolean open(long owner) {
        if (ended) {
            return false;
        }
        owners.add(owner);
        open++;
        return true;
    }

    /** True when this was the last open lease. */
    synchronized boolean close(long nowNanos) {
        open--;
        idleSinceNanos = nowNanos;
        return open == 0;
    }

    /** True when no lease is open and no process needs the daemon; from then on no lease is given. */
    synchronized boolean endWhenUnused(long nowNanos) {
        boolean ownerLeft = owners.removeIf(owner -> ProcessHandle.of(owner).isEmpty());
        if (ownerLeft) {
            idleSinceNanos = nowNanos;
        }
        ended = open == 0 && owners.isEmpty() && nowNanos - idleSinceNanos > idleMax.toNanos();
        return ended;
    }
}
