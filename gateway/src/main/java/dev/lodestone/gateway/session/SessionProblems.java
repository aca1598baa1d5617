package dev.lodestone.gateway.session;

import dev.lodestone.platform.problem.ProblemType;

/** Why a request of a browser is rejected. */
final class SessionProblems {
    static final ProblemType SESSION_ENDED = new ProblemType("session-ended", 401, "You are not signed in (any more)");
    static final ProblemType CROSS_SITE_REQUEST =
            new ProblemType("cross-site-request", 403, "The request does not come from a page of this gateway");
    static final ProblemType SIGN_IN_UNAVAILABLE =
            new ProblemType("sign-in-unavailable", 503, "Signing in does not work right now");

    private SessionProblems() {}
}
