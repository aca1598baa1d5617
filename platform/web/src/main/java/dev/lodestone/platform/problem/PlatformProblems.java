package dev.lodestone.platform.problem;

/** The problems that every service can have. */
public enum PlatformProblems implements ProblemType {
    INVALID_REQUEST("invalid-request", 400, "The request is not valid"),
    UNAUTHENTICATED("unauthenticated", 401, "A valid bearer token is needed"),
    FORBIDDEN("forbidden", 403, "This token may not do that"),
    NOT_FOUND("not-found", 404, "There is nothing here"),
    IDEMPOTENCY_KEY_MISSING("idempotency-key-missing", 400, "This request needs an Idempotency-Key header"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "This Idempotency-Key was used for another request"),
    HTTP_ERROR("http-error", 500, "The request could not be handled"),
    INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side"),
    UNAVAILABLE("unavailable", 503, "The service is not able to answer right now");

    private final String slug;
    private final int status;
    private final String title;

    PlatformProblems(String slug, int status, String title) {
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
