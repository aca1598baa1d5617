package dev.lodestone.platform.idempotency;

import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * An unsafe request that may be repeated.
 *
 * @param caller the sender; two callers may use the same key
 * @param key of the header {@code Idempotency-Key}
 * @param operation name of the operation, such as {@code redeem}
 * @param body the request record, which decides whether a repetition is the same request
 */
public record IdempotentRequest(String caller, String key, String operation, Object body) {
    public static final String HEADER = "Idempotency-Key";
    private static final int KEY_LENGTH_MAX = 100;

    /** @throws ProblemException 400 if the header is missing or too long */
    public static IdempotentRequest of(String caller, @Nullable String key, String operation, Object body) {
        if (key == null || key.isBlank() || key.length() > KEY_LENGTH_MAX) {
            throw new ProblemException(
                    PlatformProblems.IDEMPOTENCY_KEY_MISSING,
                    "Send a header " + HEADER + " of 1 to " + KEY_LENGTH_MAX + " characters, new for each new request");
        }
        return new IdempotentRequest(caller, key, operation, body);
    }
}
