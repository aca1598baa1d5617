package dev.lodestone.gateway.limits;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of the limits. */
final class LimitsProblems {
    static final ProblemType BODY_TOO_LARGE = new ProblemType("body-too-large", 413, "The body is larger than allowed");
    static final ProblemType BODY_IN_TOO_MANY_PIECES =
            new ProblemType("body-in-too-many-pieces", 400, "The body comes in too many pieces");
    static final ProblemType REQUEST_TOO_SLOW =
            new ProblemType("request-too-slow", 408, "The request did not come in time");
    static final ProblemType RATE_LIMITED = new ProblemType("rate-limited", 429, "Too many requests");
    static final ProblemType CONCURRENCY_LIMITED =
            new ProblemType("concurrency-limited", 429, "Too many requests at once");
    static final ProblemType GATEWAY_BUSY =
            new ProblemType("gateway-busy", 503, "The gateway is out of memory for request bodies");

    private LimitsProblems() {}
}
