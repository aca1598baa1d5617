package dev.lodestone.points.earning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a rule as people read it. */
public record EarningRuleView(
        String code,
        int version,
        String status,
        String factType,
        AwardKind award,
        long points,
        @Nullable Long perAmountMinor,
        @Nullable String currency,
        @Nullable Integer expiryDays,
        @Nullable Instant effectiveFrom) {}
