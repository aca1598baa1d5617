package dev.lodestone.points.catalogue;

import dev.lodestone.platform.problem.ProblemType;

/** What the catalogue refuses. */
enum CatalogueProblems implements ProblemType {
    REWARD_UNKNOWN("reward-unknown", 404, "There is no such reward"),
    OUT_OF_STOCK("out-of-stock", 409, "None of this reward is left");

    private final String slug;
    private final int status;
    private final String title;

    CatalogueProblems(String slug, int status, String title) {
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
