package dev.lodestone.platform.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two versions.
 *
 * {@snippet lang=json :
 * {"path": "keeping.grace", "from": "P0D", "to": "P3M"}
 * }
 *
 * @param path path in the definition, such as {@code keeping.grace}
 * @param from value in the first version; {@code null} if it has none
 * @param to value in the second version; {@code null} if it has none
 */
public record DifferenceView(
        String path, @Nullable JsonNode from, @Nullable JsonNode to) {
    /** All differences of two definitions, sorted by path. */
    public static List<DifferenceView> between(JsonNode from, JsonNode to) {
        List<DifferenceView> differences = new ArrayList<>();
        collect("", from, to, differences);
        return differences;
    }

    private static void collect(
            String path, @Nullable JsonNode from, @Nullable JsonNode to, List<DifferenceView> differences) {
        if (from != null && to != null && from.isObject() && to.isObject()) {
            Set<String> names = new TreeSet<>();
            from.fieldNames().forEachRemaining(names::add);
            to.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                collect(path.isEmpty() ? name : path + "." + name, from.get(name), to.get(name), differences);
            }
        } else if (from == null ? to != null : !from.equals(to)) {
            differences.add(new DifferenceView(path, from, to));
        }
    }
}
