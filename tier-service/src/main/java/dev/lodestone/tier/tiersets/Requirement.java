package dev.lodestone.tier.tiersets;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What growth a level asks for.
 *
 * @param match whether all thresholds must be met or one is enough
 * @param atLeast the thresholds by the codes of their criteria, in whole units; without any, everyone meets it
 */
@RegisterForReflection
public record Requirement(@NotNull Match match, Map<String, @NotNull Long> atLeast) {
    /** What everyone meets. */
    public static final Requirement NONE = new Requirement(Match.ALL, Map.of());

    /** How thresholds combine. */
    public enum Match {
        ALL,
        ANY
    }

    public Requirement {
        atLeast = atLeast == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(atLeast));
    }

    /** At least {@code growth} of one criterion. */
    public static Requirement of(String criterion, long growth) {
        return new Requirement(Match.ALL, Map.of(criterion, growth));
    }
}
