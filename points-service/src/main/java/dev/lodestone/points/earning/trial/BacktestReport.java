package dev.lodestone.points.earning.trial;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a backtest: the points if the tried version had replaced all other versions of its rule, compared with the points that were
 * paid. Points are whole units of the tried rule's asset.
 *
 * @param facts number of evaluated events
 * @param cost points that the tried version would have paid
 * @param before points that all rules paid
 * @param after points that all rules would have paid
 * @param winners members who would have received more
 * @param losers members who would have received less
 * @param budgetHitOn the local day on which the budget would have been used up; {@code null} if it has no budget or it would have sufficed
 * @param segments by the member's tier, most events first
 * @param days by local day, earliest first
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
    /** Number of members, and the sum of their differences in points. */
    @RegisterForReflection
    public record Side(long members, long points) {}

    /** Members of one tier; an empty tier stands for members without a known tier. */
    @RegisterForReflection
    public record Segment(String tier, long facts, long before, long after) {}

    /**
     * One local day.
     *
     * @param cost points that the tried version would have paid on that day
     */
    @RegisterForReflection
    public record Day(LocalDate day, long cost) {}
}
