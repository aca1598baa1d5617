package dev.lodestone.gateway.apidocs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;

import dev.lodestone.events.EventType;
import dev.lodestone.gateway.FakeServices;
import dev.lodestone.testkit.architecture.OperationDescriptions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class ApiDocsComponentTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:ref\"?|x-sample): \"?([^#'\"\\s][^\"\\s#]*)");
    private static final Pattern LINKED_FILE = Pattern.compile("(?:src|href)=\"(/api/[^\"]+)\"");

    @Test
    void G07_shouldServeOneDocumentOfTheWholeSuiteWithoutAToken() {
        given().get("/api/openapi")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", startsWith("3.1"))
                .body("paths", hasKey("/api/points/v1/accounts"))
                .body("paths", hasKey("/api/tier/v1/accounts"))
                .body("paths", hasKey("/api/community/v1/accounts"))
                .body("paths", hasKey("/api/recall/v1/accounts"))
                .body("paths", hasKey("/api/me"))
                .body("components.schemas", hasKey("TierAccount"))
                .body("x-unavailable", hasItem("closed"))
                .body("x-unavailable.size()", equalTo(1));
    }

    @TestFactory
    Stream<DynamicTest> G07_shouldDescribeEachOperationOfTheGatewayWithAnExample() {
        return OperationDescriptions.of(
                "/api/openapi",
                Set.of(
                        "/api",
                        "/api/openapi",
                        "/api/asyncapi",
                        "/api/asyncapi/schemas/{file}",
                        "/api/asyncapi/samples/{file}",
                        "/api/me",
                        "/api/session")::contains);
    }

    @Test
    void G07_shouldShowTheDocumentOnAPageWhoseFilesComeFromHere() throws NoSuchAlgorithmException {
        Response page = given().get("/api");

        page.then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("script-src 'self' 'sha256-"))
                .body(containsString("/api/openapi"));
        assertThat(page.asString()).as("nothing is loaded from elsewhere").doesNotContain("https://");
        assertThat(page.header("Content-Security-Policy")).contains(hashOfInlineScript(page.asString()));
        List<String> files = LINKED_FILE
                .matcher(page.asString())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(files).hasSizeGreaterThanOrEqualTo(3);
        for (String file : files) {
            given().get(file).then().statusCode(200);
        }
    }

    @Test
    void G07_shouldServeTheDocumentOfTheEventsAsItIsCheckedIn() throws IOException {
        String served = given().get("/api/asyncapi")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .extract()
                .asString();

        assertThat(served.lines().filter(line -> !line.contains("/api/asyncapi/")))
                .isNotEmpty()
                .containsExactlyElementsOf(Files.readString(Path.of("../docs/asyncapi.yaml"))
                        .lines()
                        .filter(line -> !line.contains("../events/"))
                        .toList());
    }

    @Test
    void G07_shouldServeEverythingToWhichTheDocumentOfTheEventsRefers() {
        Deque<String> open = new ArrayDeque<>(
                references("/api/asyncapi", given().get("/api/asyncapi").asString()));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String address = open.pop();
            if (seen.add(address)) {
                Response file = given().get(address);
                file.then().statusCode(200).contentType("application/json");
                open.addAll(references(address, file.asString()));
            }
        }
        assertThat(seen).hasSizeGreaterThan(2 * EventType.values().length).contains("/api/asyncapi/schemas/money.json");
    }

    @Test
    void shouldAnswerNotFoundForASchemaThatNoEventHas() {
        given().get("/api/asyncapi/schemas/passwd.json")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
    }

    /** Addresses of the files to which a document refers. */
    private static List<String> references(String base, String document) {
        return REFERENCE
                .matcher(document)
                .results()
                .map(found -> URI.create(base).resolve(found.group(1)).toString())
                .toList();
    }

    /** What a browser compares with the policy before it runs the script. */
    private static String hashOfInlineScript(String html) throws NoSuchAlgorithmException {
        String script = html.substring(html.indexOf("<script>") + "<script>".length(), html.lastIndexOf("</script>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
