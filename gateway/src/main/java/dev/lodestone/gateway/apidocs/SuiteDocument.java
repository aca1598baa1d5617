package dev.lodestone.gateway.apidocs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Merges the services' OpenAPI documents into one. Pure: documents in, document out, in the order given. */
final class SuiteDocument {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final ObjectNode merged = JsonNodeFactory.instance.objectNode();
    private final ObjectNode paths;
    private final ObjectNode components;
    private final ArrayNode tags;
    private final Set<String> tagNames = new HashSet<>();
    private final Set<String> operationIds = new HashSet<>();

    private SuiteDocument() {
        merged.put("openapi", "3.1.0");
        merged.putObject("info")
                .put("title", "Lodestone")
                .put("version", "1")
                .put("description", "All services of the suite, as the gateway serves them.");
        merged.putArray("servers").addObject().put("url", "/");
        tags = merged.putArray("tags");
        paths = merged.putObject("paths");
        components = merged.putObject("components");
    }

    /**
     * The suite's document.
     *
     * @param documents of the gateway and the services; if two have the same path, the first one is used
     * @param unavailable services whose document is missing, listed as {@code x-unavailable}
     */
    static ObjectNode of(List<ServiceDocument> documents, List<String> unavailable) {
        SuiteDocument suite = new SuiteDocument();
        documents.forEach(suite::add);
        ArrayNode missing = suite.merged.putArray("x-unavailable");
        unavailable.forEach(missing::add);
        return suite.merged;
    }

    private void add(ServiceDocument document) {
        ComponentNames names = ComponentNames.of(document, components);
        ObjectNode content = document.content();
        addComponents(content.path("components"), names);
        addTags(content.path("tags"));
        for (Map.Entry<String, JsonNode> path : content.path("paths").properties()) {
            if (isReachable(path.getKey()) && !paths.has(path.getKey())) {
                paths.set(path.getKey(), path(document, (ObjectNode) names.rewritten(path.getValue()), names));
            }
        }
    }

    /** The gateway forwards no other paths of a service. */
    private static boolean isReachable(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    private ObjectNode path(ServiceDocument document, ObjectNode path, ComponentNames names) {
        for (Map.Entry<String, JsonNode> member : path.properties()) {
            if (METHODS.contains(member.getKey()) && member.getValue() instanceof ObjectNode operation) {
                keepOperationIdUnique(document.service(), operation);
                inheritSecurity(document.content(), operation, names);
            }
        }
        return path;
    }

    /** A requirement for a whole service must not become one for the whole suite. */
    private static void inheritSecurity(ObjectNode document, ObjectNode operation, ComponentNames names) {
        if (!operation.has("security") && document.path("security").isArray()) {
            operation.set("security", names.security(document.path("security")));
        }
    }

    private void keepOperationIdUnique(String service, ObjectNode operation) {
        String id = operation.path("operationId").asText("");
        if (id.isEmpty()) {
            return;
        }
        String unique = id;
        while (!operationIds.add(unique)) {
            unique = service + "_" + unique;
        }
        operation.put("operationId", unique);
    }

    private void addComponents(JsonNode own, ComponentNames names) {
        for (Map.Entry<String, JsonNode> section : own.properties()) {
            ObjectNode target = components.withObjectProperty(section.getKey());
            for (Map.Entry<String, JsonNode> component : section.getValue().properties()) {
                target.set(names.nameOf(section.getKey(), component.getKey()), names.rewritten(component.getValue()));
            }
        }
    }

    private void addTags(JsonNode own) {
        for (JsonNode tag : own) {
            if (tagNames.add(tag.path("name").asText())) {
                tags.add(tag);
            }
        }
    }
}
