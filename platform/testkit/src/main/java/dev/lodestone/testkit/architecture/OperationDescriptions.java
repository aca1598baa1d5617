package dev.lodestone.testkit.architecture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Generates a test for each operation of an OpenAPI document: it has an id of its own, a summary, a description, its errors, a description of each
 * parameter, and an example of its response and of its request that fit their schemas.
 */
public final class OperationDescriptions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Set<String> OF_EVERY_TOKEN = Set.of("401", "403");

    private final ObjectNode components;

    private OperationDescriptions(ObjectNode components) {
        this.components = components;
    }

    /** Tests for the operations of the service's own document. */
    public static Stream<DynamicTest> of() {
        return of("/openapi?format=json", path -> true);
    }

    /** Tests for those operations of the document at {@code url} whose path {@code wanted} accepts; fails if there is none. */
    public static Stream<DynamicTest> of(String url, Predicate<String> wanted) {
        JsonNode document =
                tree(given().get(url).then().statusCode(200).extract().asString());
        OperationDescriptions descriptions =
                new OperationDescriptions(closed(document.path("components").deepCopy()));
        Set<String> ids = new HashSet<>();
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            if (wanted.test(path.getKey())) {
                path.getValue().properties().stream()
                        .filter(member -> member.getValue().has("responses"))
                        .forEach(operation -> tests.add(dynamicTest(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                () -> descriptions.check(operation.getValue(), ids))));
            }
        }
        assertThat(tests).as("operations of " + url).isNotEmpty();
        return tests.stream();
    }

    private void check(JsonNode operation, Set<String> ids) {
        String id = operation.path("operationId").asText();
        assertThat(id).as("operationId").isNotBlank();
        assertThat(ids.add(id)).as(id + " is the id of one operation only").isTrue();
        assertThat(operation.path("summary").asText()).as("summary of " + id).isNotBlank();
        assertThat(operation.path("description").asText())
                .as("description of " + id)
                .isNotBlank();
        for (JsonNode parameter : operation.path("parameters")) {
            assertThat(parameter.path("description").asText())
                    .as("description of the parameter " + parameter.path("name").asText() + " of " + id)
                    .isNotBlank();
        }
        if (operation.has("parameters") || operation.has("requestBody")) {
            assertThat(operation.path("responses").properties())
                    .as("errors of " + id + ", beside those of every token")
                    .extracting(Map.Entry::getKey)
                    .anyMatch(status -> status.startsWith("4") && !OF_EVERY_TOKEN.contains(status));
        }
        checkExamples(operation.path("requestBody").path("content"), "request of " + id);
        operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response ->
                        checkExamples(response.getValue().path("content"), response.getKey() + " response of " + id));
    }

    private void checkExamples(JsonNode content, String of) {
        for (Map.Entry<String, JsonNode> media : content.properties()) {
            JsonNode example = media.getValue().path("example");
            assertThat(example.isMissingNode()).as("missing example: " + of).isFalse();
            if (media.getValue().path("schema") instanceof ObjectNode schema) {
                assertThat(violations(schema, example))
                        .as("example of the " + of)
                        .isEmpty();
            }
        }
    }

    private List<String> violations(ObjectNode schema, JsonNode example) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", components);
        return SCHEMAS
                .getSchema(whole)
                .validate(example, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** Schemas allow members that they do not name; an example must not have any. */
    private static ObjectNode closed(JsonNode components) {
        for (JsonNode schema : components.path("schemas")) {
            if (schema instanceof ObjectNode object
                    && object.has("properties")
                    && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
        }
        return (ObjectNode) components;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("the document is not JSON", malformed);
        }
    }
}
