package dev.lodestone.gateway.routes;

import dev.lodestone.platform.problem.ProblemType;

/** Why a request that was let in got no answer from a service. */
enum RoutesProblems implements ProblemType {
    REQUEST_TOO_SLOW("request-too-slow", 408, "The request did not come in time"),
    SERVICE_BROKE_OFF("service-broke-off", 502, "The service broke off its answer"),
    SERVICE_UNAVAILABLE("service-unavailable", 503, "The service cannot be reached"),
    SERVICE_TOO_SLOW("service-too-slow", 504, "The service did not answer in time");

    private final String slug;
    private final int status;
    private final String title;

    RoutesProblems(String slug, int status, String title) {
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
