package dev.lodestone.recall.campaigns;

import dev.lodestone.platform.problem.ProblemType;

/** What campaigns refuse. */
enum CampaignProblems implements ProblemType {
    CAMPAIGN_UNKNOWN("campaign-unknown", 404, "There is no such campaign"),
    TEMPLATE_INVALID("template-invalid", 400, "The text cannot be filled"),
    AS_OF_IN_FUTURE("as-of-in-future", 400, "A campaign cannot run as of a day to come");

    private final String slug;
    private final int status;
    private final String title;

    CampaignProblems(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
