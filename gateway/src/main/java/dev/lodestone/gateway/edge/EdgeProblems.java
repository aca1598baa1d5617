package dev.lodestone.gateway.edge;

import dev.lodestone.platform.problem.ProblemType;

/** Why a request is turned away before any service sees it. */
enum EdgeProblems implements ProblemType {
    BODY_TOO_LARGE("body-too-large", 413, "The body is larger than allowed"),
    RATE_LIMITED("rate-limited", 429, "Too many requests"),
    TOKENS_UNCHECKABLE("tokens-uncheckable", 503, "Tokens cannot be verified right now");

    private final String slug;
    private final int status;
    private final String title;

    EdgeProblems(String slug, int status, String title) {
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
