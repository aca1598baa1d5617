package dev.lodestone.gateway.edge;

import dev.lodestone.platform.problem.ProblemType;

/** Why a request is rejected before any service sees it. */
final class EdgeProblems {
    static final ProblemType INVALID_PATH = new ProblemType("invalid-path", 400, "The path is not written plainly");
    static final ProblemType IDENTITY_PROVIDER_UNAVAILABLE =
            new ProblemType("identity-provider-unavailable", 503, "Tokens cannot be verified right now");

    private EdgeProblems() {}
}
