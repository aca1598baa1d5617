package dev.lodestone.platform.deadletters.operations;

import dev.lodestone.platform.deadletters.DeadLetterState;
import dev.lodestone.platform.deadletters.FailureOwner;
import dev.lodestone.platform.deadletters.PausedChannel;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** How many dead letters there are, by what they have in common, and the channels that stand still because of them. */
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
