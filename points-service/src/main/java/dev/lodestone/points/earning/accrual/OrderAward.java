package dev.lodestone.points.earning.accrual;

import dev.lodestone.points.ledger.account.Asset;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The points that one rule pays for a whole order, before refunds.
 *
 * @param rule code of the rule; null if it was not loaded, since only an increase needs it
 * @param version of the rule
 * @param points the points for the order in its current state
 * @param lots the lots that hold the points, oldest first
 */
@RegisterForReflection
record OrderAward(@Nullable String rule, @Nullable Integer version, Asset asset, long points, List<UUID> lots) {
    OrderAward {
        lots = List.copyOf(lots);
    }

    OrderAward withPoints(@Nullable Integer newVersion, long newPoints) {
        return new OrderAward(rule, newVersion, asset, newPoints, lots);
    }

    OrderAward withLot(UUID lot) {
        List<UUID> more = new ArrayList<>(lots);
        more.add(lot);
        return new OrderAward(rule, version, asset, points, more);
    }
}
