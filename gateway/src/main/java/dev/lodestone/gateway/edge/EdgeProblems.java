package dev.lodestone.gateway.edge;

import dev.lodestone.platform.problem.ProblemType;

/** Why a request is turned away before any service sees it. */
final class EdgeProblems {
    static final ProblemType BODY_TOO_LARGE = new ProblemType("body-too-large", 413, "The body is larger than allowed");
    static final ProblemType RATE_LIMITED = new ProblemType("rate-limited", 429, "Too many requests");
    static final ProblemType TOKENS_UNCHECKABLE =
            new ProblemType("tokens-uncheckable", 503, "Tokens cannot be verified right now");

    private EdgeProblems() {}
}
