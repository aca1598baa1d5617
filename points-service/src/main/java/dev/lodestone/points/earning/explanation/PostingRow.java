package dev.lodestone.points.earning.explanation;

import dev.lodestone.events.points.PostingKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code posting}.
 *
 * @param causeId id of the event, request or posting that caused it
 * @param note the operator's note, if any
 * @param actor who requested a manual posting
 * @param reversedAmount units of the posting that this one reverses, if it reverses one
 */
record PostingRow(
        UUID id,
        PostingKind kind,
        String asset,
        long amount,
        UUID causeId,
        @Nullable String orderId,
        @Nullable String ruleCode,
        @Nullable Integer ruleVersion,
        @Nullable String note,
        @Nullable String actor,
        @Nullable Long reversedAmount,
        Instant occurredAt) {}
