package dev.lodestone.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.lodestone.platform.parameter.InvalidParameterException;
import dev.lodestone.platform.time.TimeRange;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every failure of a request into a problem document that says what to do and shows no internals. */
public final class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final int UNAVAILABLE = 503;
    private static final int RETRY_AFTER_SECONDS = 1;

    @ServerExceptionMapper
    public RestResponse<Problem> brokenRule(ProblemException failure) {
        return response(Problem.of(failure.type(), failure.getMessage(), traceId(), failure.extensions()));
    }

    @ServerExceptionMapper
    public RestResponse<Problem> invalid(ConstraintViolationException failure) {
        List<Map<String, String>> errors = failure.getConstraintViolations().stream()
                .map(violation -> Map.of(
                        "field", lastStep(violation.getPropertyPath().toString()), "message", violation.getMessage()))
                .toList();
        String detail = errors.stream()
                .map(error -> error.get("field") + " " + error.get("message"))
                .sorted()
                .collect(Collectors.joining("; "));
        return response(
                Problem.of(PlatformProblems.INVALID_REQUEST, detail, traceId(), Map.of("errors", List.copyOf(errors))));
    }

    @ServerExceptionMapper
    public RestResponse<Problem> invalidParameter(InvalidParameterException failure) {
        List<Map<String, String>> errors = List.of(Map.of("field", failure.parameter(), "message", failure.expected()));
        String detail = failure.parameter() + " " + failure.expected();
        return response(Problem.of(PlatformProblems.INVALID_REQUEST, detail, traceId(), Map.of("errors", errors)));
    }

    /** Named by itself, since the framework has an answer of its own for this one. */
    @ServerExceptionMapper
    public RestResponse<Problem> mismatched(MismatchedInputException failure) {
        return unreadable(failure);
    }

    /** A type that checks its content as it is read names its own problem. */
    @ServerExceptionMapper
    public RestResponse<Problem> unreadable(JsonProcessingException failure) {
        if (failure.getCause() instanceof ProblemException refused) {
            return brokenRule(refused);
        }
        return response(Problem.of(PlatformProblems.INVALID_REQUEST, place(failure), traceId(), Map.of()));
    }

    @ServerExceptionMapper
    public RestResponse<Problem> unauthenticated(UnauthorizedException failure) {
        return challenge();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> badToken(AuthenticationFailedException failure) {
        return challenge();
    }

    @ServerExceptionMapper
    public RestResponse<Problem> forbidden(ForbiddenException failure) {
        return response(Problem.of(
                PlatformProblems.FORBIDDEN, "Ask for a token with the role that this needs", traceId(), Map.of()));
    }

    /**
     * Failures of the framework itself, such as an unknown path or a body of the wrong media type. Its 404 with a cause is a parameter of a
     * type that {@link dev.lodestone.platform.parameter} does not know.
     */
    @ServerExceptionMapper
    public RestResponse<Problem> http(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        if (failure.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        if (failure instanceof NotFoundException && failure.getCause() != null) {
            return response(Problem.of(
                    PlatformProblems.INVALID_REQUEST,
                    "A parameter in the path or the query has the wrong form",
                    traceId(),
                    Map.of()));
        }
        ProblemType type = switch (status) {
            case 400 -> PlatformProblems.INVALID_REQUEST;
            case 401 -> PlatformProblems.UNAUTHENTICATED;
            case 403 -> PlatformProblems.FORBIDDEN;
            case 404 -> PlatformProblems.NOT_FOUND;
            default -> PlatformProblems.HTTP_ERROR;
        };
        String reason = Response.Status.fromStatusCode(status) == null
                ? null
                : Response.Status.fromStatusCode(status).getReasonPhrase();
        return response(Problem.of(type, status, reason, traceId(), Map.of()));
    }

    @ServerExceptionMapper
    public RestResponse<Problem> unexpected(Throwable failure) {
        LOG.error("request failed", failure);
        return response(Problem.of(
                PlatformProblems.INTERNAL_ERROR,
                "Try again later with the same Idempotency-Key; nothing was half done",
                traceId(),
                Map.of()));
    }

    private static RestResponse<Problem> challenge() {
        Problem problem =
                Problem.of(PlatformProblems.UNAUTHENTICATED, "Send Authorization: Bearer <token>", traceId(), Map.of());
        return builder(problem).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
    }

    private static RestResponse<Problem> response(Problem problem) {
        return builder(problem).build();
    }

    private static RestResponse.ResponseBuilder<Problem> builder(Problem problem) {
        RestResponse.ResponseBuilder<Problem> builder = RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE);
        return problem.status() == UNAVAILABLE ? builder.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS) : builder;
    }

    private static String place(JsonProcessingException failure) {
        if (isDuplicate(failure) || isDuplicate(failure.getCause())) {
            return "The body names a member of an object twice; send each once";
        }
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String path = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                    .collect(Collectors.joining());
            return path.replaceFirst("^\\.", "")
                    + (failure instanceof InvalidFormatException format && isTime(format)
                            ? " must be " + example(format.getTargetType()) + ", " + TimeRange.TEXT
                            : " is missing or of the wrong form");
        }
        return "The body must be one JSON object";
    }

    private static boolean isDuplicate(@Nullable Throwable failure) {
        // The parser has no exception of its own for this.
        return failure instanceof StreamReadException fault
                && String.valueOf(fault.getOriginalMessage()).startsWith("Duplicate field");
    }

    private static boolean isTime(InvalidFormatException failure) {
        return Temporal.class.isAssignableFrom(failure.getTargetType());
    }

    private static String example(Class<?> type) {
        return type == LocalDate.class ? "a day such as 2026-01-31" : "a time such as 2026-01-31T00:00:00Z";
    }

    private static String lastStep(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static @Nullable String traceId() {
        Object traceId = org.jboss.logging.MDC.get("traceId");
        return traceId == null ? null : traceId.toString();
    }
}
