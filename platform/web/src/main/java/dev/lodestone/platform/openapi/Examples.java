package dev.lodestone.platform.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Examples of schemas: the one that the schema has, or one composed of those of its parts. A page of views thus needs no example of its
 * own.
 */
final class Examples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Schema> schemas;

    Examples(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** The value of {@code text}; text that is not JSON, such as CSV, is its own value. */
    static Object read(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return text;
        }
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("this example in Javadoc is not JSON: " + text, malformed);
        }
    }

    /** An example of {@code schema}, which is a present {@code null} only for members that may be null; empty if a part has none. */
    Optional<Object> of(@Nullable Schema schema) {
        if (schema == null) {
            return Optional.empty();
        }
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return Optional.of(schema.getExamples().getFirst());
        }
        if (schema.getRef() != null) {
            return of(schemas.get(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1)));
        }
        if (schema.getItems() != null) {
            return of(schema.getItems()).map(List::of);
        }
        return schema.getProperties() == null ? Optional.empty() : ofMembers(schema.getProperties());
    }

    private Optional<Object> ofMembers(Map<String, Schema> properties) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Map.Entry<String, Schema> property : properties.entrySet()) {
            Optional<Object> example = of(property.getValue());
            if (example.isPresent()) {
                members.put(property.getKey(), example.get());
            } else if (mayBeNull(property.getValue())) {
                members.put(property.getKey(), null);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(members);
    }

    private static boolean mayBeNull(Schema schema) {
        return schema.getType() != null && schema.getType().contains(Schema.SchemaType.NULL)
                || schema.getAnyOf() != null;
    }
}
