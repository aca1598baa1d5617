package dev.lodestone.tier.membership;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of requests about a membership. */
public final class MembershipProblems {
    public static final ProblemType NOT_ENROLLED =
            new ProblemType("member-not-enrolled", 404, "Not enrolled as a member yet");

    private MembershipProblems() {}
}
