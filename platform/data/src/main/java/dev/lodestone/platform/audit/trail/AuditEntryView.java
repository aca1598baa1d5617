package dev.lodestone.platform.audit.trail;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an operator, member or system did.
 *
 * {@snippet lang=json :
 * {
 *   "id": "019ca7aa-16e0-76ee-b36a-8786c764f974", "recordedAt": "2026-03-01T04:00:00Z", "actor": "olivia", "action": "REWARD_CHANGED",
 *   "subjectKind": "REWARD", "subjectId": "noodles", "before": {"cost": 100}, "after": {"cost": 120}, "reason": null,
 *   "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"
 * }
 * }
 *
 * @param actor stable name of the caller
 * @param action what was done, such as {@code REWARD_CHANGED}
 * @param subjectKind the kind of object that it changed, such as {@code REWARD}
 * @param subjectId the id of that object
 * @param before the state before; {@code null} if the object was new
 * @param after the state after; {@code null} if the object is gone
 * @param reason the reason that the actor gave, if any
 * @param traceId the trace of the request
 */
@RegisterForReflection
public record AuditEntryView(
        UUID id,
        Instant recordedAt,
        String actor,
        String action,
        String subjectKind,
        String subjectId,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        @Nullable String reason,
        @Nullable String traceId) {}
