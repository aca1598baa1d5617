package dev.lodestone.gateway.apidocs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lodestone.gateway.FakeDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteDocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode suite =
            SuiteDocument.of(List.of(document("points"), document("tier"), document("recall")), List.of("community"));

    @Test
    void G07_shouldHaveEachServicesPathsAsTheyAre() {
        assertTrue(suite.path("paths").has("/api/points/v1/accounts"));
        assertTrue(suite.path("paths").has("/api/tier/v1/accounts"));
        assertFalse(suite.path("paths").has("/q/health"), "what the gateway does not pass on");
        assertEquals("3.1.0", suite.path("openapi").asText());
        assertEquals("community", suite.at("/x-unavailable/0").asText());
    }

    @Test
    void G07_shouldKeepOneOfComponentsThatAreTheSame() {
        JsonNode schemas = suite.at("/components/schemas");

        assertTrue(schemas.has("Problem"));
        assertFalse(schemas.has("TierProblem"));
        assertFalse(suite.at("/components/securitySchemes").has("tierJwt"));
    }

    @Test
    void G07_shouldRenameComponentsThatClash() {
        assertTrue(suite.at("/components/schemas/Account/properties").has("points"));
        assertTrue(suite.at("/components/schemas/TierAccount/properties").has("tier"));
        assertTrue(suite.at("/components/schemas/RecallAccount/properties").has("recall"));
    }

    @Test
    void G07_shouldRenameWhatRefersToARenamedComponent() {
        assertEquals(
                "#/components/schemas/Account",
                suite.at("/components/schemas/Page/items/$ref").asText());
        assertEquals(
                "#/components/schemas/TierAccount",
                suite.at("/components/schemas/TierPage/items/$ref").asText());
        assertEquals(
                "#/components/schemas/TierPage",
                suite.at("/paths/~1api~1tier~1v1~1accounts/get/responses/200/content/application~1json/schema/$ref")
                        .asText());
    }

    @Test
    void G07_shouldLeaveNoReferenceWithoutItsComponent() {
        for (JsonNode reference : suite.findValues("$ref")) {
            assertFalse(suite.at(reference.asText().substring(1)).isMissingNode(), reference::asText);
        }
    }

    @Test
    void G07_shouldKeepOperationIdsUnique() {
        List<String> ids = suite.findValuesAsText("operationId");

        assertEquals(List.of("list", "tier_list", "recall_list"), ids);
    }

    @Test
    void G07_shouldKeepAServicesSecurityWithItsOwnOperations() {
        assertTrue(suite.at("/paths/~1api~1tier~1v1~1accounts/get/security/0").has("jwt"));
        assertFalse(suite.has("security"));
    }

    private static ServiceDocument document(String service) {
        try {
            return new ServiceDocument(service, (ObjectNode) JSON.readTree(FakeDocument.of(service)));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
