package dev.lodestone.points.ledger.lots;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when and until when earned value can be spent.
 *
 * @param availableAt pending until then; {@code null}: at once
 * @param expiresAt lapses then; {@code null}: never
 * @param extendsDays any activity of the member moves {@code expiresAt} to this many days later; {@code null}: nothing does
 */
public record LotTerms(
        @Nullable Instant availableAt,
        @Nullable Instant expiresAt,
        @Nullable Integer extendsDays) {
    /** To be spent at once and for ever. */
    public static final LotTerms LASTING = new LotTerms(null, null, null);

    public static LotTerms until(@Nullable Instant expiresAt) {
        return new LotTerms(null, expiresAt, null);
    }
}
