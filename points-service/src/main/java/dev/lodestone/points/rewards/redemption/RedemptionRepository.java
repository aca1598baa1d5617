package dev.lodestone.points.rewards.redemption;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes redemptions. */
@ApplicationScoped
class RedemptionRepository {
    private static final String INSERT = """
            insert into redemption (member_id, id, reward_code, cost, redeemed_at, from_stock)
            select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::timestamptz[], $6::boolean[])
            """;

    /** Only the first call finds the row, so that a unit is returned to the stock once. */
    private static final String REVERSE = """
            update redemption set reversed_at = $3 where member_id = $1 and id = $2 and reversed_at is null
            returning reward_code, from_stock
            """;

    Uni<Void> insert(SqlConnection tx, List<RedemptionRow> rows) {
        return Columns.of(rows)
                .members(RedemptionRow::member)
                .uuids(row -> row.view().id())
                .texts(row -> row.view().rewardCode())
                .longs(row -> row.view().cost())
                .instants(row -> row.view().redeemedAt())
                .booleans(RedemptionRow::fromStock)
                .execute(tx, INSERT);
    }

    /** Marks a redemption as reversed; returns the reward whose unit must be returned to its stock, if any. */
    Uni<Optional<String>> reverse(SqlConnection tx, MemberId member, UUID id, Instant now) {
        return tx.preparedQuery(REVERSE)
                .execute(Tuple.of(member.value(), id, Columns.utc(now)))
                .map(rows -> rows.stream()
                        .filter(row -> row.getBoolean("from_stock"))
                        .map(row -> row.getString("reward_code"))
                        .findFirst());
    }
}
