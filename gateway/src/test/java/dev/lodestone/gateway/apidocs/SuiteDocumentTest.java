package dev.lodestone.gateway.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(suite.path("paths").has("/api/points/v1/accounts")).isTrue();
        assertThat(suite.path("paths").has("/api/tier/v1/accounts")).isTrue();
        assertThat(suite.path("paths").has("/q/health"))
                .as("what the gateway does not pass on")
                .isFalse();
        assertThat(suite.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(suite.at("/x-unavailable/0").asText()).isEqualTo("community");
    }

    @Test
    void G07_shouldKeepOneOfComponentsThatAreTheSame() {
        JsonNode schemas = suite.at("/components/schemas");

        assertThat(schemas.has("Problem")).isTrue();
        assertThat(schemas.has("TierProblem")).isFalse();
        assertThat(suite.at("/components/securitySchemes").has("tierJwt")).isFalse();
    }

    @Test
    void G07_shouldRenameComponentsThatClash() {
        assertThat(suite.at("/components/schemas/Account/properties").has("points"))
                .isTrue();
        assertThat(suite.at("/components/schemas/TierAccount/properties").has("tier"))
                .isTrue();
        assertThat(suite.at("/components/schemas/RecallAccount/properties").has("recall"))
                .isTrue();
    }

    @Test
    void G07_shouldRenameWhatRefersToARenamedComponent() {
        assertThat(suite.at("/components/schemas/Page/items/$ref").asText()).isEqualTo("#/components/schemas/Account");
        assertThat(suite.at("/components/schemas/TierPage/items/$ref").asText())
                .isEqualTo("#/components/schemas/TierAccount");
        assertThat(suite.at("/paths/~1api~1tier~1v1~1accounts/get/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/TierPage");
    }

    @Test
    void G07_shouldLeaveNoReferenceWithoutItsComponent() {
        for (JsonNode reference : suite.findValues("$ref")) {
            assertThat(suite.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference::asText)
                    .isFalse();
        }
    }

    @Test
    void G07_shouldKeepOperationIdsUnique() {
        List<String> ids = suite.findValuesAsText("operationId");

        assertThat(ids).isEqualTo(List.of("list", "tier_list", "recall_list"));
    }

    @Test
    void G07_shouldKeepAServicesSecurityWithItsOwnOperations() {
        assertThat(suite.at("/paths/~1api~1tier~1v1~1accounts/get/security/0").has("jwt"))
                .isTrue();
        assertThat(suite.has("security")).isFalse();
    }

    private static ServiceDocument document(String service) {
        try {
            return new ServiceDocument(service, (ObjectNode) JSON.readTree(FakeDocument.of(service)));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
