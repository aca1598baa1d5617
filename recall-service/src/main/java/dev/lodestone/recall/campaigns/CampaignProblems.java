package dev.lodestone.recall.campaigns;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of campaigns. */
final class CampaignProblems {
    static final ProblemType CAMPAIGN_UNKNOWN = new ProblemType("campaign-unknown", 404, "There is no such campaign");
    static final ProblemType TEMPLATE_INVALID = new ProblemType("template-invalid", 400, "The text cannot be filled");

    private CampaignProblems() {}
}
