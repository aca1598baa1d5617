package dev.lodestone.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem document of RFC 9457.
 *
 * @param type URI reference made of the problem's slug
 * @param title the same for every occurrence
 * @param status HTTP status code
 * @param detail what happened this time and what to do
 * @param traceId finds the request in logs and traces, if it is traced
 * @param extensions further members
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String traceId,
        @JsonAnyGetter Map<String, Object> extensions) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The document of {@code type}; {@code more} are its further members. */
    public static Problem of(
            ProblemType type, @Nullable String detail, @Nullable String traceId, Map<String, Object> more) {
        return of(type, type.status(), detail, traceId, more);
    }

    static Problem of(
            ProblemType type, int status, @Nullable String detail, @Nullable String traceId, Map<String, Object> more) {
        return new Problem("/problems/" + type.slug(), type.title(), status, detail, traceId, more);
    }
}
