package dev.lodestone.points.ledger.lots;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The period in which the units of a lot can be spent.
 *
 * @param availableAt the units are pending until then; {@code null}: available at once
 * @param expiresAt the units expire then; {@code null}: never
 * @param extendsDays any activity of the member moves {@code expiresAt} to this many days after it; {@code null}: no extension
 */
public record LotTerms(
        @Nullable Instant availableAt,
        @Nullable Instant expiresAt,
        @Nullable Integer extendsDays) {
    /** Available at once; never expires. */
    public static final LotTerms LASTING = new LotTerms(null, null, null);

    public static LotTerms until(@Nullable Instant expiresAt) {
        return new LotTerms(null, expiresAt, null);
    }
}
