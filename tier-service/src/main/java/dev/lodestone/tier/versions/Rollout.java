package dev.lodestone.tier.versions;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** The job that has the levels of all members decided at {@code effectiveFrom}, when a version comes into force. */
@RegisterForReflection
public record Rollout(String code, int version, Instant effectiveFrom) {
    /** The kind of the job. */
    public static final String KIND = "TIER_SET_ROLLOUT";
}
