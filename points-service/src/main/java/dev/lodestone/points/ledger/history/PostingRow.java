package dev.lodestone.points.ledger.history;

import dev.lodestone.events.points.PostingKind;
import dev.lodestone.points.ledger.account.Asset;
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
public record PostingRow(
        UUID id,
        PostingKind kind,
        Asset asset,
        long amount,
        UUID causeId,
        @Nullable String orderId,
        @Nullable String ruleCode,
        @Nullable Integer ruleVersion,
        @Nullable String note,
        @Nullable String actor,
        @Nullable Long reversedAmount,
        Instant occurredAt) {}
