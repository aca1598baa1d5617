package dev.lodestone.points.ledger;

import dev.lodestone.points.account.Asset;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member can spend.
 *
 * @param balance whole units
 * @param accountVersion number of postings so far
 * @param expiresNext when the next points lapse, if any do
 */
public record BalanceView(
        UUID memberId,
        Asset asset,
        long balance,
        long accountVersion,
        @Nullable Instant expiresNext) {}
