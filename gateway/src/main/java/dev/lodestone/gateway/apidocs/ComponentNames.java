package dev.lodestone.gateway.apidocs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * New names for components of a service's document whose names another service already uses for other components. Two components of
 * one name are equal only if their text is equal and no component that they refer to is renamed.
 */
final class ComponentNames {
    private static final String PREFIX = "#/components/";

    private final String service;
    /** Old reference to new name. */
    private final Map<String, String> renamed = new HashMap<>();

    private ComponentNames(String service) {
        this.service = service;
    }

    static ComponentNames of(ServiceDocument document, JsonNode takenComponents) {
        ComponentNames names = new ComponentNames(document.service());
        JsonNode own = document.content().path("components");
        boolean changed = true;
        while (changed) {
            changed = names.renameClashes(own, takenComponents);
        }
        return names;
    }

    /** The name in the merged document of the component {@code name} in {@code section}. */
    String nameOf(String section, String name) {
        return renamed.getOrDefault(reference(section, name), name);
    }

    /** A copy of {@code node} whose references and security requirements use the new names. */
    JsonNode rewritten(JsonNode node) {
        if (node.isTextual()) {
            return JsonNodeFactory.instance.textNode(rewritten(node.textValue()));
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(rewritten(item)));
            return copy;
        }
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(entry -> copy.set(entry.getKey(), member(entry.getKey(), entry.getValue())));
            return copy;
        }
        return node;
    }

    private JsonNode member(String key, JsonNode value) {
        return key.equals("security") && value.isArray() ? security(value) : rewritten(value);
    }

    /** Security requirements name their scheme as a key, not by reference. */
    JsonNode security(JsonNode requirements) {
        var copy = JsonNodeFactory.instance.arrayNode();
        for (JsonNode requirement : requirements) {
            ObjectNode renamedRequirement = copy.addObject();
            requirement
                    .properties()
                    .forEach(entry ->
                            renamedRequirement.set(nameOf("securitySchemes", entry.getKey()), entry.getValue()));
        }
        return copy;
    }

    private String rewritten(String text) {
        String newName = renamed.get(text);
        return newName == null ? text : text.substring(0, text.lastIndexOf('/') + 1) + newName;
    }

    private boolean renameClashes(JsonNode own, JsonNode taken) {
        boolean changed = false;
        for (Map.Entry<String, JsonNode> section : own.properties()) {
            for (Map.Entry<String, JsonNode> component : section.getValue().properties()) {
                JsonNode other = taken.path(section.getKey()).path(component.getKey());
                if (!other.isMissingNode() && !same(component.getValue(), other)) {
                    changed |= rename(section.getKey(), component.getKey(), own, taken);
                }
            }
        }
        return changed;
    }

    private boolean same(JsonNode mine, JsonNode other) {
        return mine.equals(other) && rewritten(mine).equals(mine);
    }

    private boolean rename(String section, String name, JsonNode own, JsonNode taken) {
        String newName = capitalised(service) + name;
        while (taken.path(section).has(newName) || own.path(section).has(newName)) {
            newName = capitalised(service) + newName;
        }
        return renamed.putIfAbsent(reference(section, name), newName) == null;
    }

    private static String reference(String section, String name) {
        return PREFIX + section + "/" + name;
    }

    private static String capitalised(String service) {
        return service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
    }
}
