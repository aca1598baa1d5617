package dev.lodestone.events.tiers;

import dev.lodestone.events.Require;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member will lose their level if nothing else happens. Published once for each loss that is foreseen, a time before it; again when its time or
 * what is missing moves; and once as withdrawn when it is no longer foreseen. The event's time is the time of the notice.
 *
 * @param level code of the level that will be lost
 * @param to code of the level that is left then
 * @param lossAt when it is lost
 * @param shortfalls what keeps the level, by criterion, as it will be at {@code lossAt}; may be left out
 * @param any true if it is enough to meet one of them
 * @param withdrawn true if this loss was announced and is no longer foreseen
 * @param notice numbers this member's notices from 1
 */
public record LossComing(
        String level,
        String to,
        Instant lossAt,
        List<Shortfall> shortfalls,
        Boolean any,
        Boolean withdrawn,
        long notice)
        implements TierFact {
    private static final int SHORTFALLS_MAX = 100;

    public LossComing(
            String level,
            String to,
            Instant lossAt,
            @Nullable List<Shortfall> shortfalls,
            Boolean any,
            Boolean withdrawn,
            long notice) {
        this.level = Require.text(level, 30, "level");
        this.to = Require.text(to, 30, "to");
        this.lossAt = Require.present(lossAt, "lossAt");
        this.shortfalls = shortfalls == null ? List.of() : checked(shortfalls);
        this.any = Require.present(any, "any");
        this.withdrawn = Require.present(withdrawn, "withdrawn");
        this.notice = Require.between(notice, 1, Long.MAX_VALUE, "notice");
    }

    private static List<Shortfall> checked(List<Shortfall> shortfalls) {
        if (shortfalls.size() > SHORTFALLS_MAX) {
            throw new IllegalArgumentException("shortfalls must be at most " + SHORTFALLS_MAX);
        }
        shortfalls.forEach(shortfall -> Require.present(shortfall, "shortfalls, one of them,"));
        return List.copyOf(shortfalls);
    }
}
