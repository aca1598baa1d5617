package dev.lodestone.platform.deadletters.operations;

import dev.lodestone.platform.deadletters.DeadLetterState;
import dev.lodestone.platform.deadletters.FailureOwner;
import dev.lodestone.platform.deadletters.PausedChannel;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * The number of dead letters in each group, and the channels that are paused because of them.
 *
 * {@snippet lang=json :
 * {
 *   "groups": [{"topic": "orders", "reason": "contract", "owner": "SENDER", "state": "OPEN", "count": 3,
 *     "firstAt": "2026-03-01T04:31:07Z", "lastAt": "2026-03-01T05:10:00Z"}],
 *   "pausedChannels": [{"topic": "members", "reason": "too many dead letters", "pausedAt": "2026-03-01T05:10:00Z"}]
 * }
 * }
 */
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
