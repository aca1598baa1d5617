package dev.lodestone.tier.versions;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** The job that has all members decided again because a version was published, in force from {@code effectiveFrom}. */
@RegisterForReflection
public record Rollout(String code, int version, Instant effectiveFrom) {
    /** The kind of the job. */
    public static final String KIND = "TIER_SET_ROLLOUT";
}
