package dev.lodestone.platform.problem;

/** The problems that every service can have. */
public final class PlatformProblems {
    public static final ProblemType INVALID_REQUEST =
            new ProblemType("invalid-request", 400, "The request is not valid");
    public static final ProblemType UNAUTHENTICATED =
            new ProblemType("unauthenticated", 401, "A valid bearer token is needed");
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403, "This token may not do that");
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "There is nothing here");
    public static final ProblemType IDEMPOTENCY_KEY_MISSING =
            new ProblemType("idempotency-key-missing", 400, "This request needs an Idempotency-Key header");
    public static final ProblemType IDEMPOTENCY_KEY_REUSED =
            new ProblemType("idempotency-key-reused", 422, "This Idempotency-Key was used for another request");
    public static final ProblemType CONFLICT =
            new ProblemType("conflict", 409, "Another request wrote the same data at this moment");
    public static final ProblemType HTTP_ERROR = new ProblemType("http-error", 500, "The request could not be handled");
    public static final ProblemType INTERNAL_ERROR =
            new ProblemType("internal-error", 500, "Something went wrong on our side");
    public static final ProblemType UNAVAILABLE =
            new ProblemType("unavailable", 503, "The service is not able to answer right now");

    private PlatformProblems() {}
}
