package dev.lodestone.points.redemption;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.transactions.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Redemptions. */
@ApplicationScoped
class RedemptionRepository {
    private static final String INSERT = """
            insert into redemption (member_id, id, reward_code, cost, redeemed_at) values ($1, $2, $3, $4, $5)
            """;

    Uni<Void> insert(SqlConnection tx, MemberId member, RedemptionView redemption) {
        return tx.preparedQuery(INSERT)
                .execute(Tuple.of(
                        member.value(),
                        redemption.id(),
                        redemption.rewardCode(),
                        redemption.cost(),
                        Columns.utc(redemption.redeemedAt())))
                .replaceWithVoid();
    }
}
