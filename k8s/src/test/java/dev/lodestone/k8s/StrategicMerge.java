package dev.lodestone.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes' strategic merge: objects merge member by member, lists of keyed elements element by element, other lists are replaced.
 * A list of which neither is known fails, and so do directives.
 */
final class StrategicMerge {
    /** Keys of list elements, as the Kubernetes API defines them. */
    private static final Map<String, String> MERGE_KEYS = Map.of(
            "containers", "name",
            "env", "name",
            "ports", "containerPort",
            "volumeMounts", "mountPath",
            "volumes", "name");

    private static final Set<String> REPLACED = Set.of("args", "command", "drop", "envFrom");

    private StrategicMerge() {}

    static void into(ObjectNode target, JsonNode patch, String place) {
        patch.properties().forEach(member -> {
            String name = member.getKey();
            if (name.startsWith("$")) {
                throw new IllegalArgumentException(place + ": this renderer does not know the directive " + name);
            }
            set(target, name, member.getValue(), place + "/" + name);
        });
    }

    private static void set(ObjectNode target, String name, JsonNode value, String place) {
        switch (value) {
            case ObjectNode object ->
                into(target.withObject("/" + name.replace("~", "~0").replace("/", "~1")), object, place);
            case ArrayNode list
            when MERGE_KEYS.containsKey(name) ->
                mergeList(target.withArray("/" + name), list, String.valueOf(MERGE_KEYS.get(name)), place);
            case ArrayNode list when REPLACED.contains(name) -> target.set(name, list);
            case ArrayNode _ ->
                throw new IllegalArgumentException(place + ": this renderer does not know how such a list merges");
            case JsonNode none when none.isNull() -> target.remove(name);
            default -> target.set(name, value);
        }
    }

    private static void mergeList(ArrayNode target, ArrayNode patch, String key, String place) {
        for (JsonNode element : patch) {
            ObjectNode same = find(target, key, element.path(key));
            into(
                    same == null ? target.addObject() : same,
                    element,
                    place + "/" + element.path(key).asText());
        }
    }

    private static @Nullable ObjectNode find(ArrayNode list, String key, JsonNode value) {
        for (JsonNode element : list) {
            if (element instanceof ObjectNode object && object.path(key).equals(value)) {
                return object;
            }
        }
        return null;
    }
}
