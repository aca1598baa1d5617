package dev.lodestone.points.ledger.expiry;

import dev.lodestone.events.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The members with an account that could not be settled, and when this process tries again: after a pause that doubles with each failure. A
 * batch leaves them out, so that one bad account does not make every batch fail.
 */
final class DeferredAccounts {
    private static final int DOUBLED_MAX = 6;
    /** The largest number of members in memory; above it the memory is cleared, and all are tried again. */
    private static final int REMEMBERED_MAX = 10_000;

    private record Deferral(int failures, Instant until) {}

    private final Duration pause;
    private final Map<MemberId, Deferral> deferrals = new ConcurrentHashMap<>();

    DeferredAccounts(Duration pause) {
        this.pause = pause;
    }

    /** The members to leave out at {@code now}. */
    Set<MemberId> at(Instant now) {
        return deferrals.entrySet().stream()
                .filter(entry -> now.isBefore(entry.getValue().until()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    void failed(MemberId member, Instant now) {
        if (deferrals.size() >= REMEMBERED_MAX) {
            deferrals.clear();
        }
        deferrals.merge(
                member,
                deferral(1, now),
                (before, first) -> now.isBefore(before.until()) ? before : deferral(before.failures() + 1, now));
    }

    void settled(MemberId member) {
        deferrals.remove(member);
    }

    private Deferral deferral(int failures, Instant now) {
        return new Deferral(failures, now.plus(pause.multipliedBy(1L << Math.min(failures - 1, DOUBLED_MAX))));
    }
}
