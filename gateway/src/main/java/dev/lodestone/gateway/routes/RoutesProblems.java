package dev.lodestone.gateway.routes;

import dev.lodestone.platform.problem.ProblemType;

/** The problems of a request that gets no answer from its service. */
final class RoutesProblems {
    static final ProblemType HEADERS_TOO_LARGE =
            new ProblemType("headers-too-large", 431, "The headers are larger than the service allows");
    static final ProblemType UPSTREAM_CONNECTION_LOST =
            new ProblemType("upstream-connection-lost", 502, "The connection to the service was lost");
    static final ProblemType GATEWAY_SATURATED =
            new ProblemType("gateway-saturated", 503, "All connections to the service are in use");
    static final ProblemType SERVICE_UNAVAILABLE =
            new ProblemType("service-unavailable", 503, "The service cannot be reached");
    static final ProblemType SERVICE_TOO_SLOW =
            new ProblemType("service-too-slow", 504, "The service did not answer in time");

    private RoutesProblems() {}
}
