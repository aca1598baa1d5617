package dev.lodestone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.lodestone.devstack.launcher.demo.GatewayClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The document that clients are made from, such as the console's, still holds for the suite. */
class OpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final Path CHECKED_IN = Path.of(System.getProperty("lodestone.root"), "docs/openapi.json");
    private static final Path SERVED = Path.of("target/openapi.json");
    /** Words for readers; a client does not depend on them. */
    private static final Set<String> WORDS = Set.of(
            "description", "summary", "title", "tags", "example", "examples", "operationId", "info", "x-unavailable");

    @RegisterExtension
    static final RunningSuite RUNNING = new RunningSuite();

    @Test
    void G07_shouldServeAllThatClientsWereMadeFrom() throws IOException {
        GatewayClient client = GatewayClient.login(RUNNING.get().ports(), "alice");
        JsonNode served = await("the documents of all services")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> client.get("/api/openapi").orFail(),
                        document -> document.path("x-unavailable").isEmpty());
        JSON.writeValue(SERVED.toFile(), JSON.treeToValue(served, Object.class));

        List<String> missing = new ArrayList<>();
        compare("", JSON.readTree(CHECKED_IN.toFile()), served, missing);
        assertThat(missing)
                .as("what the suite does not serve any more; copy e2e/" + SERVED
                        + " to docs/openapi.json if that is wanted")
                .isEmpty();
    }

    /** New members are no difference: clients ignore them. */
    private static void compare(String place, JsonNode known, JsonNode served, List<String> missing) {
        if (known.isObject() && served.isObject()) {
            known.properties().forEach(member -> {
                if (!WORDS.contains(member.getKey()) || place.endsWith("/properties")) {
                    compare(place + "/" + member.getKey(), member.getValue(), served.path(member.getKey()), missing);
                }
            });
        } else if (known.isArray() && served.isArray()) {
            known.forEach(item -> {
                if (!contains(served, item)) {
                    missing.add(place + " " + item);
                }
            });
        } else if (!known.equals(served)) {
            missing.add(place + " " + known + ", but is " + served);
        }
    }

    private static boolean contains(JsonNode list, JsonNode wanted) {
        for (JsonNode item : list) {
            List<String> missing = new ArrayList<>();
            compare("", wanted, item, missing);
            if (missing.isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
