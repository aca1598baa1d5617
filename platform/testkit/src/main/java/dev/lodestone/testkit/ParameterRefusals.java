package dev.lodestone.testkit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaParameter;
import dev.lodestone.testkit.architecture.Endpoint;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Generates a test for each parameter of a service that is more than a text: values that its type cannot hold are 400 and named, wherever
 * the parameter stands.
 */
public final class ParameterRefusals {
    private static final List<String> WORDS = List.of("abc", " 1", "-", "%00", "1e3");
    private static final Map<String, List<String>> WRONG = Map.of(
            "int", List.of("99999999999", "1.5", "٣"),
            "long", List.of("99999999999999999999", "1.5"),
            "java.util.UUID", List.of("1-1-1-1-1", "0192f0c1-2f4a-7c11-8f00-00000000000g"),
            "java.time.LocalDate", List.of("2026-02-30", "2026-13-01"),
            "java.time.Instant", List.of("2026-01-31", "2026-02-30T00:00:00Z"));
    private static final Map<String, String> RIGHT =
            Map.of("int", "1", "long", "1", "java.util.UUID", "0192f0c1-2f4a-7c11-8f00-000000000001");

    private ParameterRefusals() {}

    /** Tests for every such parameter of a resource below {@code packageName}; fails if there is none. */
    public static Stream<DynamicTest> of(String packageName) {
        List<DynamicTest> tests = Endpoint.of(packageName).stream()
                .filter(endpoint -> !endpoint.roles().isEmpty())
                .flatMap(ParameterRefusals::tests)
                .toList();
        if (tests.isEmpty()) {
            throw new AssertionError("no parameter found in " + packageName);
        }
        return tests.stream();
    }

    private static Stream<DynamicTest> tests(Endpoint endpoint) {
        return endpoint.method().getParameters().stream()
                .filter(parameter -> !isText(parameter))
                .flatMap(parameter -> name(parameter).stream()
                        .flatMap(name -> wrongValues(parameter)
                                .map(value -> dynamicTest(
                                        endpoint.verb() + " " + endpoint.path() + " with " + name + "=" + value,
                                        () -> refuse(endpoint, parameter, name, value)))));
    }

    private static void refuse(Endpoint endpoint, JavaParameter parameter, String name, String value) {
        boolean inPath = parameter.isAnnotatedWith(PathParam.class);
        String path = endpoint.path();
        for (JavaParameter other : endpoint.method().getParameters()) {
            if (other.isAnnotatedWith(PathParam.class)) {
                String placeholder = "{" + name(other).orElseThrow() + "}";
                path = path.replace(placeholder, other.equals(parameter) ? placeholder : rightValue(other));
            }
        }
        RequestSpecification request = given().auth()
                .oauth2(Tokens.of(
                        "curious",
                        endpoint.roles().stream().sorted().findFirst().orElseThrow()))
                .contentType("application/json")
                .header("Idempotency-Key", "refused")
                .body("{}");
        if (inPath) {
            request.pathParam(name, value);
        } else {
            request.queryParam(name, value);
        }
        request.request(endpoint.verb(), path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("detail", startsWith(name + " must be"))
                .body("errors[0].field", equalTo(name));
    }

    private static Stream<String> wrongValues(JavaParameter parameter) {
        return Stream.concat(
                WORDS.stream(), WRONG.getOrDefault(parameter.getRawType().getName(), List.of()).stream());
    }

    private static String rightValue(JavaParameter parameter) {
        String text = name(parameter).equals(Optional.of("reference")) ? "crm:00017" : "x";
        return RIGHT.getOrDefault(parameter.getRawType().getName(), text);
    }

    private static boolean isText(JavaParameter parameter) {
        return parameter.getRawType().isEquivalentTo(String.class);
    }

    private static Optional<String> name(JavaParameter parameter) {
        return parameter
                .tryGetAnnotationOfType(QueryParam.class)
                .map(QueryParam::value)
                .or(() -> parameter.tryGetAnnotationOfType(PathParam.class).map(PathParam::value));
    }
}
