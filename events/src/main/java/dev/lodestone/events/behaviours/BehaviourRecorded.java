package dev.lodestone.events.behaviours;

import dev.lodestone.events.Require;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person did something that the brand records.
 *
 * @param action what, such as {@code page.viewed}; 1 to 50 characters
 * @param target on what, such as {@code /menu/beef-noodles}; may be left out
 * @param attributes further details, at most 50, names of 1 to 50 and values of 0 to 500 characters; may be left out
 */
public record BehaviourRecorded(String action, @Nullable String target, Map<String, String> attributes)
        implements BehaviourFact {
    public BehaviourRecorded(String action, @Nullable String target, @Nullable Map<String, String> attributes) {
        this.action = Require.text(action, 50, "action");
        this.target = target == null ? null : Require.text(target, 200, "target");
        this.attributes = Require.attributes(attributes);
    }
}
