package dev.lodestone.events.behaviours;

import dev.lodestone.events.Require;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person did something that is worth remembering.
 *
 * @param action what, such as {@code page.viewed}; 1 to 50 characters
 * @param target on what, such as {@code /menu/beef-noodles}; may be left out
 * @param attributes further details, at most 50, names of 1 to 50 and values of 0 to 500 characters; may be left out
 */
public record BehaviourRecorded(String action, @Nullable String target, Map<String, String> attributes)
        implements BehaviourFact {
    private static final int ATTRIBUTES_MAX = 50;

    public BehaviourRecorded(String action, @Nullable String target, @Nullable Map<String, String> attributes) {
        this.action = Require.text(action, 50, "action");
        this.target = target == null ? null : Require.text(target, 200, "target");
        this.attributes = attributes == null ? Map.of() : checked(attributes);
    }

    private static Map<String, String> checked(Map<String, String> attributes) {
        if (attributes.size() > ATTRIBUTES_MAX) {
            throw new IllegalArgumentException("attributes must be at most " + ATTRIBUTES_MAX);
        }
        attributes.forEach((name, value) -> {
            Require.text(name, 50, "attributes, the name of one,");
            Require.textOrEmpty(value, 500, "attributes, the value of one,");
        });
        return Map.copyOf(attributes);
    }
}
