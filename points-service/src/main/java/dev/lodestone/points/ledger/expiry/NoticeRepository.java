package dev.lodestone.points.ledger.expiry;

import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Records which expiry notices were published. */
@ApplicationScoped
class NoticeRepository {
    private static final String CLAIM = """
            insert into expiry_notice (member_id, asset, expires_at, amount)
            select member_id, asset, expires_at, sum(remaining) from lot
            where expires_at > $1 and expires_at <= $2 and remaining > 0
              and not exists (select from expiry_notice as notice
                              where notice.member_id = lot.member_id and notice.asset = lot.asset and notice.expires_at = lot.expires_at)
            group by member_id, asset, expires_at
            order by expires_at, member_id, asset
            limit $3
            on conflict do nothing
            returning member_id, asset, expires_at, amount
            """;

    /** Records up to {@code limit} due notices that are not recorded yet, and returns them. */
    Uni<List<Notice>> claim(SqlConnection tx, Instant after, Instant until, int limit) {
        return tx.preparedQuery(CLAIM)
                .execute(Tuple.of(Columns.utc(after), Columns.utc(until), limit))
                .map(rows -> rows.stream()
                        .map(row ->
                                new Notice(Rows.member(row, 0), row.getString(1), Rows.instant(row, 2), row.getLong(3)))
                        .toList());
    }
}
