package dev.lodestone.k8s;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation of a JSON patch (RFC 6902) on a member of an object; lists are not patched this way here. */
final class JsonPatch {
    private JsonPatch() {}

    static void apply(JsonNode operation, ObjectNode target) {
        Yaml.requireKnownKeys(operation, "JSON patch", "op", "path", "value");
        JsonPointer path = JsonPointer.compile(operation.path("path").asText());
        String name = path.last().getMatchingProperty();
        if (!(target.at(path.head()) instanceof ObjectNode parent)) {
            throw new IllegalArgumentException("a JSON patch meets no object at " + path.head());
        }
        switch (operation.path("op").asText()) {
            case "add" -> parent.set(name, operation.required("value"));
            case "replace" -> {
                parent.required(name);
                parent.set(name, operation.required("value"));
            }
            case "remove" -> {
                parent.required(name);
                parent.remove(name);
            }
            case String other ->
                throw new IllegalArgumentException("this renderer does not know the operation " + other);
        }
    }
}
