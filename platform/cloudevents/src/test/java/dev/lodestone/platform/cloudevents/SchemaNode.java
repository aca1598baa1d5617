package dev.lodestone.platform.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** A place in a schema file, from which references can be followed. */
record SchemaNode(JsonNode document, JsonNode node) {
    static SchemaNode ofFile(String name) {
        JsonNode document = Contract.schemaFile(name);
        return new SchemaNode(document, document);
    }

    SchemaNode property(String name) {
        JsonNode property = node.path("properties").path(name);
        if (property.isMissingNode()) {
            throw new AssertionError("the schema \"" + node.path("title").asText() + "\" lacks the property " + name);
        }
        return new SchemaNode(document, property).followed();
    }

    SchemaNode items() {
        return new SchemaNode(document, node.path("items")).followed();
    }

    Set<String> propertyNames() {
        Set<String> names = new TreeSet<>();
        node.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    Set<String> required() {
        Set<String> names = new TreeSet<>();
        node.path("required").forEach(name -> names.add(name.asText()));
        return names;
    }

    private SchemaNode followed() {
        String reference = node.path("$ref").asText();
        if (reference.isEmpty()) {
            return this;
        }
        return reference.startsWith("#")
                ? new SchemaNode(document, document.at(reference.substring(1)))
                : ofFile(reference);
    }
}
