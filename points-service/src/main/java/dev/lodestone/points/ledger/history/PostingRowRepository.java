package dev.lodestone.points.ledger.history;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.sql.Rows;
import dev.lodestone.points.ledger.account.Asset;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reads one posting by the member and id. */
@ApplicationScoped
class PostingRowRepository {
    private static final String FIND = """
            select id, kind, asset, amount, cause_id, order_id, rule_code, rule_version, note, actor, occurred_at,
                   (select reversed.amount from posting as reversed
                    where reversed.member_id = posting.member_id and reversed.id = posting.reverses) as reversed_amount
            from posting where member_id = $1 and id = $2
            """;

    Uni<Optional<PostingRow>> find(SqlConnection connection, MemberId member, UUID id) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(member.value(), id))
                .map(rows -> rows.stream().map(PostingRowRepository::posting).findFirst());
    }

    private static PostingRow posting(Row row) {
        return new PostingRow(
                row.getUUID("id"),
                PostingKind.valueOf(row.getString("kind")),
                Asset.valueOf(row.getString("asset")),
                row.getLong("amount"),
                row.getUUID("cause_id"),
                row.getString("order_id"),
                row.getString("rule_code"),
                row.getInteger("rule_version"),
                row.getString("note"),
                row.getString("actor"),
                row.getLong("reversed_amount"),
                Rows.instant(row, "occurred_at"));
    }
}
