package dev.lodestone.points.earning.trial;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would have become of the facts, had the tried version been in force instead of every other version of its rule; compared with what
 * the book really paid for them. Points are whole units of the tried rule's asset.
 *
 * @param facts how many were looked at
 * @param cost what the tried version would have paid
 * @param before what all rules paid
 * @param after what all rules would have paid
 * @param winners members who would have got more
 * @param losers members who would have got less
 * @param budgetHitOn the local day on which the budget would have been used up; {@code null}: it would have lasted, or there is none
 * @param segments by the tier that members had, the most facts first
 * @param days by local day, the earliest first
 */
@RegisterForReflection
public record BacktestReport(
        long facts,
        long cost,
        long before,
        long after,
        Side winners,
        Side losers,
        @Nullable LocalDate budgetHitOn,
        List<Segment> segments,
        List<Day> days) {
    /** How many members, and by how many points together. */
    @RegisterForReflection
    public record Side(long members, long points) {}

    /** Members of one tier; the empty tier are those of whom none was known. */
    @RegisterForReflection
    public record Segment(String tier, long facts, long before, long after) {}

    /** @param cost what the tried version would have paid on that day */
    @RegisterForReflection
    public record Day(LocalDate day, long cost) {}
}
