package dev.lodestone.points.earning;

import dev.lodestone.events.EventType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published version of a rule.
 *
 * @param effectiveFrom it pays for facts that happened then or later, until a newer version does
 * @param expiryDays how long after earning the points lapse; {@code null}: never
 */
record EarningRule(
        String code,
        int version,
        EventType factType,
        Award award,
        @Nullable Integer expiryDays,
        Instant effectiveFrom) {

    /** When points earned at {@code earnedAt} lapse. */
    @Nullable Instant expiresAt(Instant earnedAt) {
        return expiryDays == null ? null : earnedAt.plus(Duration.ofDays(expiryDays));
    }
}
