package dev.lodestone.community.circles;

import dev.lodestone.platform.problem.ProblemType;

/** What circles refuse. */
enum CircleProblems implements ProblemType {
    CIRCLE_CODE_TAKEN("circle-code-taken", 409, "Another circle has this code"),
    CIRCLE_UNKNOWN("circle-unknown", 404, "There is no such circle"),
    NOT_IN_CIRCLE("not-in-circle", 403, "Only members of the circle may do that");

    private final String slug;
    private final int status;
    private final String title;

    CircleProblems(String slug, int status, String title) {
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
