package dev.lodestone.points.earning.campaigns;

import dev.lodestone.points.earning.rules.Goal;
import org.jspecify.annotations.Nullable;

/**
 * How far a campaign is.
 *
 * @param budget the most that all versions of the rule may pay together; {@code null}: without limit
 * @param spent what they paid so far
 * @param version the version whose goal it is
 * @param cost what this version paid
 * @param times how often
 * @param progress how much of the goal's metric is reached, of {@code goal.target}
 */
public record CampaignReportView(
        String code,
        int version,
        @Nullable Long budget,
        long spent,
        long cost,
        long times,
        @Nullable Goal goal,
        long progress) {}
