package dev.lodestone.points.redemption;

import dev.lodestone.platform.transactions.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Redemptions. */
@ApplicationScoped
class RedemptionRepository {
    private static final String INSERT = """
            insert into redemption (member_id, id, reward_code, cost, redeemed_at)
            select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::timestamptz[])
            """;

    Uni<Void> insert(SqlConnection tx, List<Redeemed> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(INSERT)
                        .execute(Columns.of(rows)
                                .members(Redeemed::member)
                                .uuids(row -> row.view().id())
                                .texts(row -> row.view().rewardCode())
                                .longs(row -> row.view().cost())
                                .instants(row -> row.view().redeemedAt())
                                .tuple())
                        .replaceWithVoid();
    }
}
