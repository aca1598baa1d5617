package dev.lodestone.points.earning.campaigns;

import dev.lodestone.points.earning.rules.Goal;
import org.jspecify.annotations.Nullable;

/**
 * The progress and cost of a campaign. Points are whole units of the rule's asset.
 *
 * {@snippet lang=json :
 * {
 *   "code": "spring-double", "version": 2, "budget": 100000, "spent": 41200, "cost": 38900, "times": 512,
 *   "goal": {"metric": "MEMBERS", "from": "2026-03-01", "until": "2026-03-31", "target": 1000}, "progress": 430
 * }
 * }
 *
 * @param budget the maximum that all versions of the rule pay together; {@code null} without limit
 * @param spent the points that all versions paid so far
 * @param version the version of {@code cost}, {@code times}, {@code goal} and {@code progress}
 * @param cost the points that this version paid
 * @param times the number of events that it paid for
 * @param progress the value of the goal's metric so far; the goal is reached at {@code goal.target}
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
