package dev.lodestone.gateway.routes;

import dev.lodestone.platform.problem.ProblemType;

/** Why a request that was let in got no answer from a service. */
final class RoutesProblems {
    static final ProblemType REQUEST_TOO_SLOW =
            new ProblemType("request-too-slow", 408, "The request did not come in time");
    static final ProblemType SERVICE_BROKE_OFF =
            new ProblemType("service-broke-off", 502, "The service broke off its answer");
    static final ProblemType SERVICE_UNAVAILABLE =
            new ProblemType("service-unavailable", 503, "The service cannot be reached");
    static final ProblemType SERVICE_TOO_SLOW =
            new ProblemType("service-too-slow", 504, "The service did not answer in time");

    private RoutesProblems() {}
}
