package dev.lodestone.points.earning.campaigns;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of this package. */
final class CampaignProblems {
    static final ProblemType NOT_A_CAMPAIGN =
            new ProblemType("not-a-campaign", 404, "This version has no campaign report");

    private CampaignProblems() {}
}
