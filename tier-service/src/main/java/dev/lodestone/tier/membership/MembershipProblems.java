package dev.lodestone.tier.membership;

import dev.lodestone.platform.problem.ProblemType;

/** What can be wrong with a request about a membership. */
public final class MembershipProblems {
    public static final ProblemType NOT_ENROLLED =
            new ProblemType("member-not-enrolled", 404, "This person is not a member yet");

    private MembershipProblems() {}
}
