package dev.lodestone.points.ledger;

import dev.lodestone.events.points.PostingKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A posting as a member reads it; {@code accountVersion} numbers the lines of an account from 1. */
public record StatementLine(
        long accountVersion,
        UUID postingId,
        PostingKind kind,
        long amount,
        long balanceAfter,
        String causeType,
        @Nullable String orderId,
        @Nullable String ruleCode,
        @Nullable Integer ruleVersion,
        Instant occurredAt,
        Instant postedAt) {}
