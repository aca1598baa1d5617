package dev.lodestone.platform.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lodestone.events.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The published files of a contract, its schema and its sample, as another system would take and use them. */
record Contract(EventType type) {
    static final String FOLDER = "dev/lodestone/events/";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema ENVELOPE = compiled("cloudevent.json");

    static JsonNode schemaFile(String name) {
        return read("schemas/" + name);
    }

    static JsonNode tree(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(UTF_8);
    }

    SchemaNode schema() {
        return SchemaNode.ofFile(type.type() + ".json");
    }

    ObjectNode sample() {
        return (ObjectNode) read("samples/" + type.type() + ".json");
    }

    /** What the two schemas, of the envelope and of the data, have against {@code event}. */
    List<String> violations(JsonNode event) {
        return Stream.concat(
                        check(ENVELOPE, event).stream(),
                        check(compiled(type.type() + ".json"), event.path("data")).stream())
                .map(Error::toString)
                .toList();
    }

    /** What the schema {@code resource} of the class path has against {@code instance}. */
    static List<String> violations(String resource, JsonNode instance) {
        return check(SCHEMAS.getSchema(SchemaLocation.of("classpath:" + resource)), instance).stream()
                .map(Error::toString)
                .toList();
    }

    private static List<Error> check(Schema schema, JsonNode instance) {
        return schema.validate(
                instance, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Schema compiled(String name) {
        return SCHEMAS.getSchema(SchemaLocation.of("classpath:" + FOLDER + "schemas/" + name));
    }

    private static JsonNode read(String name) {
        try (InputStream file = Contract.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new AssertionError("the contract lacks its file " + FOLDER + name);
            }
            return MAPPER.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
