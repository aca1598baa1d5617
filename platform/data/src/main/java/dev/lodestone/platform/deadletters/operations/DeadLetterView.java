package dev.lodestone.platform.deadletters.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lodestone.platform.deadletters.DeadLetterState;
import dev.lodestone.platform.deadletters.FailureOwner;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter.
 *
 * {@snippet lang=json :
 * {
 *   "id": "019ca7aa-16e0-76ee-b36a-8786c764f974", "topic": "orders", "origin": "orders/3/1042", "eventType": "brand.order.completed.v1",
 *   "reason": "contract", "detail": "total.currency must be an ISO 4217 code", "owner": "SENDER", "state": "OPEN", "occurrences": 1,
 *   "firstAt": "2026-03-01T04:31:07Z", "lastAt": "2026-03-01T04:31:07Z", "valueBytes": 310
 * }
 * }
 *
 * @param origin {@code topic/partition/offset} of the record when it was set aside first
 * @param eventType CloudEvents type, if the record could be read
 * @param reason code to list by
 * @param detail what is wrong and what to do
 * @param occurrences how often this record became a dead letter
 * @param requestedBy who last requested a redrive
 * @param valueBytes size of the value
 * @param key in Base64; only if one dead letter is requested
 * @param value in Base64; only if one dead letter is requested
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterView(
        UUID id,
        String topic,
        String origin,
        @Nullable String eventType,
        String reason,
        String detail,
        FailureOwner owner,
        DeadLetterState state,
        long occurrences,
        Instant firstAt,
        Instant lastAt,
        @Nullable String requestedBy,
        int valueBytes,
        @Nullable String key,
        @Nullable String value) {}
