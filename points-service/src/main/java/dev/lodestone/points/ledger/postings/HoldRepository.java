package dev.lodestone.points.ledger.postings;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.sql.Rows;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.account.Hold;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads one hold, open or closed, without the parts of lots that it reserves. */
@ApplicationScoped
class HoldRepository {
    private static final String FIND = """
            select id, asset, amount, posted, status, order_id, note, held_at, expires_at, closed_at from hold
            where member_id = $1 and id = $2
            """;

    Uni<Optional<StoredHold>> find(SqlConnection connection, MemberId member, UUID id) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(member.value(), id))
                .map(rows -> rows.stream().map(HoldRepository::hold).findFirst());
    }

    private static StoredHold hold(Row row) {
        Hold hold = new Hold(
                row.getUUID("id"),
                row.getLong("amount"),
                row.getLong("posted"),
                Hold.Status.valueOf(row.getString("status")),
                row.getString("order_id"),
                row.getString("note"),
                Rows.instant(row, "held_at"),
                Rows.instant(row, "expires_at"),
                Rows.instantOrNull(row, "closed_at"),
                List.of());
        return new StoredHold(Asset.valueOf(row.getString("asset")), hold);
    }
}
