package dev.lodestone.tier.tiersets;

import dev.lodestone.platform.texts.LocalText;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * One level of a tier set.
 *
 * @param code stable name, such as {@code GOLD}
 * @param name shown to members
 * @param entry what brings a member to the level
 * @param keep what keeps a member on it; nowhere more than {@code entry}, which it is if left out
 * @param lifetime whether a member who has reached it never loses it
 */
@RegisterForReflection
public record TierLevel(
        @NotNull String code,
        @NotNull LocalText name,
        @NotNull @Valid Requirement entry,
        @Valid Requirement keep,
        boolean lifetime) {
    public TierLevel(String code, LocalText name, Requirement entry, @Nullable Requirement keep, boolean lifetime) {
        this.code = code;
        this.name = name;
        this.entry = entry;
        this.keep = keep == null ? entry : keep;
        this.lifetime = lifetime;
    }

    /** A level that is kept by what it takes to reach it. */
    public static TierLevel of(String code, LocalText name, Requirement entry) {
        return new TierLevel(code, name, entry, entry, false);
    }

    /** The same level with another requirement for keeping it. */
    public TierLevel keptBy(Requirement requirement) {
        return new TierLevel(code, name, entry, requirement, lifetime);
    }

    /** The same level, never lost. */
    public TierLevel forLife() {
        return new TierLevel(code, name, entry, keep, true);
    }
}
