package dev.lodestone.tier.membership;

import dev.lodestone.platform.problem.ProblemType;

/** What can be wrong with a request about a membership. */
public enum MembershipProblems implements ProblemType {
    NOT_ENROLLED("member-not-enrolled", 404, "This person is not a member yet");

    private final String slug;
    private final int status;
    private final String title;

    MembershipProblems(String slug, int status, String title) {
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
