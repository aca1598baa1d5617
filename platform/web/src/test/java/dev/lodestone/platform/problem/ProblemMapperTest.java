package dev.lodestone.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lodestone.platform.json.StrictJson;
import dev.lodestone.platform.parameter.InvalidParameterException;
import dev.lodestone.platform.parameter.ParameterConverters;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemMapperTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ProblemType TOO_POOR = new ProblemType("insufficient-points", 409, "The balance is too low");

    private final ProblemMapper mapper = new ProblemMapper();

    record Line(@Min(1) long points) {}

    record Order(@NotNull @Nullable String id, @Valid List<Line> lines) {}

    @AfterEach
    void forgetTheTrace() {
        MDC.remove("traceId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "title", "status", "detail", "instance", "traceId"})
    void shouldHaveEachMemberOnce(String name) {
        Map<String, Object> extensions = Map.of(name, "OPEN");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProblemException(TOO_POOR, "Earn 5 more", extensions))
                .withMessageStartingWith(name);
    }

    @Test
    void shouldNameTheBrokenRuleAndWhatToDo() {
        RestResponse<Problem> answer =
                mapper.brokenRule(new ProblemException(TOO_POOR, "Earn 5 more", Map.of("balance", 5L)));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getMediaType()).hasToString("application/problem+json");
        assertThat(json(answer)).hasToString("""
                {"type":"/problems/insufficient-points","title":"The balance is too low","status":409,\
                "detail":"Earn 5 more","balance":5}""");
    }

    @Test
    void shouldCarryTheTraceOfTheRequest() {
        MDC.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");

        assertThat(json(mapper.brokenRule(new ProblemException(TOO_POOR, "Earn 5 more")))
                        .path("traceId")
                        .asText())
                .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void shouldAskToTryAgainWhenTheServiceCannotAnswer() {
        RestResponse<Problem> away =
                mapper.brokenRule(new ProblemException(PlatformProblems.UNAVAILABLE, "Try again later"));
        RestResponse<Problem> other = mapper.brokenRule(new ProblemException(TOO_POOR, "Earn 5 more"));

        assertThat(away.getHeaderString(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
        assertThat(other.getHeaderString(HttpHeaders.RETRY_AFTER)).isNull();
    }

    @Nested
    class AnInvalidRequest {
        @Test
        void shouldNameEachFieldOnce() {
            RestResponse<Problem> answer =
                    mapper.invalid(violations(new Order(null, List.of(new Line(1), new Line(0)))));

            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(json(answer).path("detail").asText())
                    .isEqualTo("id must not be null; points must be greater than or equal to 1");
            assertThat(json(answer).path("errors"))
                    .extracting(error -> error.path("field").asText())
                    .containsExactlyInAnyOrder("id", "points");
        }

        @Test
        void shouldNameTheParameterAndNeverItsValue() throws ReflectiveOperationException {
            RestResponse<Problem> answer = mapper.invalidParameter(unreadable("secret"));

            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(json(answer).path("detail").asText()).startsWith("after must be a UUID");
            assertThat(json(answer).path("errors").path(0).path("field").asText())
                    .isEqualTo("after");
            assertThat(json(answer).toString()).doesNotContain("secret");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {"id": "1", "lines": [{"points": "secret"}]} | lines[0].points is missing or of the wrong form
                {"id": ["secret"]}                           | id is missing or of the wrong form
                "secret"                                     | The body must be one JSON object
                {"id": "secret"                              | The body must be one JSON object
                """)
        void shouldNameThePlaceInTheBodyAndNeverItsValue(String body, String detail) {
            JsonProcessingException failure =
                    catchThrowableOfType(JsonProcessingException.class, () -> JSON.readValue(body, Order.class));

            RestResponse<Problem> answer = mapper.unreadable(failure);

            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(json(answer).path("type").asText()).isEqualTo("/problems/invalid-request");
            assertThat(json(answer).path("detail").asText()).isEqualTo(detail);
            assertThat(json(answer).toString()).doesNotContain("secret");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"id\": \"1\", \"id\": \"2\"}", "{\"lines\": [{\"points\": 1, \"points\": 2}]}"})
        void shouldSayThatAMemberIsThereTwice(String body) {
            ObjectMapper strict = new ObjectMapper();
            new StrictJson().customize(strict);
            JsonProcessingException failure =
                    catchThrowableOfType(JsonProcessingException.class, () -> strict.readValue(body, Order.class));

            assertThat(json(mapper.unreadable(failure)).path("detail").asText())
                    .isEqualTo("The body names a member of an object twice; send each once");
        }

        @Test
        void shouldLookLikeThatAlsoWhenTheFrameworkWrapsIt() {
            JsonProcessingException failure =
                    catchThrowableOfType(JsonProcessingException.class, () -> JSON.readValue("[", Order.class));

            assertThat(mapper.http(new WebApplicationException(failure, 400)).getStatus())
                    .isEqualTo(400);
            assertThat(mapper.http(new NotFoundException(new IllegalArgumentException("secret")))
                            .getStatus())
                    .isEqualTo(400);
        }

        private InvalidParameterException unreadable(String value) throws ReflectiveOperationException {
            Annotation[] annotations =
                    Endpoint.class.getDeclaredMethod("list", UUID.class).getParameterAnnotations()[0];
            ParamConverter<UUID> converter =
                    new ParameterConverters().getConverter(UUID.class, UUID.class, annotations);
            return catchThrowableOfType(InvalidParameterException.class, () -> converter.fromString(value));
        }
    }

    @Nested
    class ACallerWhoMayNot {
        @Test
        void shouldBeAskedForAToken() {
            for (RestResponse<Problem> answer : List.of(
                    mapper.unauthenticated(new UnauthorizedException("secret")),
                    mapper.badToken(new AuthenticationFailedException("secret")))) {
                assertThat(answer.getStatus()).isEqualTo(401);
                assertThat(answer.getHeaderString(HttpHeaders.WWW_AUTHENTICATE)).isEqualTo("Bearer");
                assertThat(json(answer).toString())
                        .contains("/problems/unauthenticated")
                        .doesNotContain("secret");
            }
        }

        @Test
        void shouldBeAskedForARole() {
            RestResponse<Problem> answer = mapper.forbidden(new ForbiddenException("secret"));

            assertThat(answer.getStatus()).isEqualTo(403);
            assertThat(json(answer).toString()).contains("/problems/forbidden").doesNotContain("secret");
        }
    }

    @Nested
    class AFailureOfTheFramework {
        @Test
        void shouldKeepItsStatus() {
            assertProblem(mapper.http(new NotFoundException()), 404, "not-found");
            assertProblem(mapper.http(new WebApplicationException(400)), 400, "invalid-request");
            assertProblem(mapper.http(new WebApplicationException(401)), 401, "unauthenticated");
            assertProblem(mapper.http(new WebApplicationException(403)), 403, "forbidden");
            assertProblem(mapper.http(new NotAllowedException("GET")), 405, "http-error");
            assertProblem(mapper.http(new NotSupportedException()), 415, "http-error");
        }
    }

    @Nested
    class ADefect {
        @Test
        void shouldShowNoInternals() {
            RestResponse<Problem> answer =
                    mapper.unexpected(new IllegalStateException("relation \"secret\" does not exist"));

            assertProblem(answer, 500, "internal-error");
            assertThat(json(answer).toString()).doesNotContain("secret").doesNotContain("IllegalState");
        }
    }

    private static void assertProblem(RestResponse<Problem> answer, int status, String slug) {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getMediaType()).hasToString(Problem.MEDIA_TYPE);
        assertThat(json(answer).path("type").asText()).isEqualTo("/problems/" + slug);
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
    }

    private static JsonNode json(RestResponse<Problem> answer) {
        return JSON.valueToTree(answer.getEntity());
    }

    private static ConstraintViolationException violations(Order order) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            return new ConstraintViolationException(factory.getValidator().validate(order));
        }
    }

    private interface Endpoint {
        void list(@QueryParam("after") UUID after);
    }
}
