package dev.lodestone.platform.deadletters.operations;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters to redrive: either those with the given ids, or all open ones of a topic and reason.
 *
 * {@snippet lang=json :
 * {"topic": "orders", "reason": "contract"}
 * }
 *
 * @param ids at most 1,000
 */
@RegisterForReflection
public record RedriveRequest(
        @Nullable @Size(min = 1, max = 1_000) List<UUID> ids,
        @Nullable String topic,
        @Nullable String reason) {

    @AssertTrue(message = "must name either ids, or a topic and a reason") boolean isRequest() {
        return ids == null ? topic != null && reason != null : topic == null && reason == null;
    }
}
