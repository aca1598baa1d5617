package dev.lodestone.points.earning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.StructType;
import dev.lodestone.events.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The types that conditions see equal the event contract. */
class EventShapeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NOT_FOR_RULES = Set.of("displayName", "email");

    @ParameterizedTest
    @EnumSource(
            value = EventType.class,
            names = {
                "ORDER_COMPLETED",
                "MEMBER_REGISTERED",
                "BEHAVIOUR_RECORDED",
                "CHECKED_IN",
                "POST_PUBLISHED",
                "POST_COMMENTED",
                "OFFER_ACCEPTED"
            })
    void shouldDeclareTheTypesOfTheContract(EventType type) throws IOException {
        JsonNode document = schema(type.type());
        assertSame(document, document, EventShape.of(type), type.type());
    }

    private static void assertSame(JsonNode document, JsonNode schema, CelType type, String place) throws IOException {
        if (type instanceof StructType struct) {
            Set<String> members = new HashSet<>();
            schema.get("properties").fieldNames().forEachRemaining(members::add);
            members.removeAll(NOT_FOR_RULES);
            assertThat(Set.copyOf(struct.fieldNames())).as(place).isEqualTo(members);
            for (String member : members) {
                assertSame(
                        document,
                        resolved(document, schema.get("properties").get(member)),
                        struct.findField(member).orElseThrow().type(),
                        place + "." + member);
            }
        } else if (type instanceof ListType list) {
            assertSame(document, resolved(document, schema.get("items")), list.elemType(), place + "[]");
        } else if (type instanceof MapType) {
            assertThat(schema.get("type").asText()).as(place).isEqualTo("object");
        } else {
            String expected = switch (type.kind()) {
                case INT -> "integer";
                case BOOL -> "boolean";
                default -> "string";
            };
            assertThat(schema.get("type").asText()).as(place).isEqualTo(expected);
        }
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) throws IOException {
        if (!schema.has("$ref")) {
            return schema;
        }
        String reference = schema.get("$ref").asText();
        return reference.startsWith("#") ? document.at(reference.substring(1)) : schema(reference.replace(".json", ""));
    }

    private static JsonNode schema(String name) throws IOException {
        try (InputStream in = EventType.class.getResourceAsStream("/dev/lodestone/events/schemas/" + name + ".json")) {
            return JSON.readTree(Objects.requireNonNull(in, name));
        }
    }
}
