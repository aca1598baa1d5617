package dev.lodestone.points.earning.explanation;

import dev.lodestone.events.points.PostingKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting as it stands in the book.
 *
 * @param causeId of the event, request or posting that caused it
 * @param note an operator's words, if any
 * @param actor who caused it by hand, if anyone did
 * @param reversedAmount of the posting that it takes back, if it takes one back
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
