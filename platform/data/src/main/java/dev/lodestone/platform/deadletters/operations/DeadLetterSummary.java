package dev.lodestone.platform.deadletters.operations;

import dev.lodestone.platform.deadletters.DeadLetterState;
import dev.lodestone.platform.deadletters.FailureOwner;
import dev.lodestone.platform.deadletters.PausedChannel;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** The number of dead letters in each group, and the channels that are paused because of them. */
@RegisterForReflection
public record DeadLetterSummary(List<Group> groups, List<PausedChannel> pausedChannels) {
    public DeadLetterSummary {
        groups = List.copyOf(groups);
        pausedChannels = List.copyOf(pausedChannels);
    }

    /** Dead letters of one topic, reason, owner and state. */
    @RegisterForReflection
    public record Group(
            String topic,
            String reason,
            FailureOwner owner,
            DeadLetterState state,
            long count,
            Instant firstAt,
            Instant lastAt) {}
}
