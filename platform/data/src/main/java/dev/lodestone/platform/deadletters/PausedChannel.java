package dev.lodestone.platform.deadletters;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** A channel that waits for an operator to resume it. */
@RegisterForReflection
public record PausedChannel(String topic, String reason, Instant pausedAt) {}
