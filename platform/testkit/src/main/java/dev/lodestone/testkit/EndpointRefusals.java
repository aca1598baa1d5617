package dev.lodestone.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lodestone.testkit.architecture.Endpoint;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** Generates tests for each endpoint of a service: no token is 401, a token with every role but those that the endpoint names is 403. */
public final class EndpointRefusals {
    /** Roles that an identity provider composes of capabilities, and an unknown one; by themselves they allow nothing. */
    private static final List<String> NO_CAPABILITIES = List.of("operator", "moderator", "pos", "shop", "stranger");

    private static final List<String> ROLES = Stream.concat(Endpoint.CAPABILITIES.stream(), NO_CAPABILITIES.stream())
            .toList();
    private static final String SOME_ID = "0192f0c1-2f4a-7c11-8f00-000000000001";

    private EndpointRefusals() {}

    /** Tests for every resource method below {@code packageName}; fails if there is none. */
    public static Stream<DynamicTest> of(String packageName) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.of(packageName)) {
            if (!endpoint.method().isAnnotatedWith(PermitAll.class)) {
                tests.addAll(tests(endpoint));
            }
        }
        if (tests.isEmpty()) {
            throw new AssertionError("no endpoint found in " + packageName);
        }
        return tests.stream();
    }

    private static List<DynamicTest> tests(Endpoint endpoint) {
        assertThat(endpoint.roles())
                .as("the roles of " + endpoint.method().getFullName())
                .isNotEmpty();
        String name = endpoint.verb() + " " + endpoint.path();
        String[] others =
                ROLES.stream().filter(role -> !endpoint.roles().contains(role)).toArray(String[]::new);
        return List.of(
                dynamicTest(name + " without a token", () -> refuse(endpoint, null, 401)),
                dynamicTest(name + " with a forged token", () -> refuse(endpoint, forged(), 401)),
                dynamicTest(
                        name + " with all roles but those that it names",
                        () -> refuse(endpoint, Tokens.of("mallory", others), 403)));
    }

    private static String forged() {
        String token = Tokens.member("mallory");
        String signature = token.substring(token.lastIndexOf('.') + 1);
        return token.substring(0, token.lastIndexOf('.') + 1) + new StringBuilder(signature).reverse();
    }

    private static void refuse(Endpoint endpoint, @Nullable String token, int status) {
        RequestSpecification request = given().contentType("application/json")
                .header("Idempotency-Key", "refused")
                .body("{}");
        if (token != null) {
            request.auth().oauth2(token);
        }
        var response = request.request(endpoint.verb(), endpoint.path().replaceAll("\\{[^}]*}", SOME_ID));
        assertThat(response.statusCode())
                .as(() -> "body: " + response.body().asString())
                .isEqualTo(status);
        assertThat(response.contentType().split(";")[0]).isEqualTo("application/problem+json");
    }
}
