package dev.lodestone.points.ledger.history;

import dev.lodestone.points.ledger.account.Asset;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's balance of one asset, in whole units.
 *
 * {@snippet lang=json :
 * {
 *   "memberId": "0b9f6f0e-7f0c-5c56-9d0a-3c1f6f0f2a11", "asset": "POINTS", "balance": 412, "pending": 79, "held": 0,
 *   "accountVersion": 9, "expiresNext": "2027-03-01T04:31:07Z"
 * }
 * }
 *
 * @param balance units that can be spent
 * @param pending earned units that cannot be spent yet
 * @param held units reserved by holds
 * @param accountVersion number of the latest posting counted
 * @param expiresNext when the next units expire, if any do
 */
public record BalanceView(
        UUID memberId,
        Asset asset,
        long balance,
        long pending,
        long held,
        long accountVersion,
        @Nullable Instant expiresNext) {}
