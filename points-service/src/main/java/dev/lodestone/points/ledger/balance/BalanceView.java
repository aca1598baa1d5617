package dev.lodestone.points.ledger.balance;

import dev.lodestone.points.ledger.account.Asset;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member has of an asset, in whole units.
 *
 * @param balance what can be spent
 * @param pending earned, not to be spent yet
 * @param held reserved by holds
 * @param accountVersion number of the latest posting that counts
 * @param expiresNext when the next units lapse, if any do
 */
public record BalanceView(
        UUID memberId,
        Asset asset,
        long balance,
        long pending,
        long held,
        long accountVersion,
        @Nullable Instant expiresNext) {}
