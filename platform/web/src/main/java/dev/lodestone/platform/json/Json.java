package dev.lodestone.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/**
 * Our own values as JSON and back, as columns of the database keep them. That one cannot be written or read is a defect of the service, not
 * of a caller, so the failures are unchecked; their messages do not repeat the text.
 */
@Singleton
public class Json {
    private final ObjectMapper mapper;

    public Json(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** @throws IllegalStateException if {@code value} has no form in JSON */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(
                    value.getClass().getSimpleName() + " cannot be written as JSON", unwritable);
        }
    }

    /** @throws IllegalStateException if {@code json} is no {@code type} */
    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException unreadable) {
            throw unreadable(type.getSimpleName(), unreadable);
        }
    }

    /** @throws IllegalStateException if {@code json} is no {@code type} */
    public <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException unreadable) {
            throw unreadable(type.getType().getTypeName(), unreadable);
        }
    }

    /** @throws IllegalStateException if {@code json} is no JSON */
    public JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw unreadable("tree", unreadable);
        }
    }

    /** The tree of what {@link #write} would write. */
    public JsonNode treeOf(Object value) {
        return mapper.valueToTree(value);
    }

    private static IllegalStateException unreadable(String type, JsonProcessingException cause) {
        return new IllegalStateException("the stored JSON cannot be read as " + type, cause);
    }
}
