package dev.lodestone.points.earning.campaigns;

import dev.lodestone.platform.problem.ProblemType;

/** What the room refuses. */
final class CampaignProblems {
    static final ProblemType NOT_A_CAMPAIGN =
            new ProblemType("not-a-campaign", 404, "What this version pays is not counted");

    private CampaignProblems() {}
}
