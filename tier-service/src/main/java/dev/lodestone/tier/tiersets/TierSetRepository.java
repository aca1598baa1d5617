package dev.lodestone.tier.tiersets;

import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The table {@code tier_set_version}, which holds the published versions of the tier set. */
@ApplicationScoped
class TierSetRepository {
    private static final String ALL =
            "select version, effective_from, document::text as document from tier_set_version order by version";

    /** A row; its document may break the rules of {@link TierSetCheck}. */
    record Stored(int version, Instant effectiveFrom, String document) {}

    Uni<List<Stored>> all(SqlConnection tx) {
        return tx.preparedQuery(ALL)
                .execute()
                .map(rows -> rows.stream().map(TierSetRepository::stored).toList());
    }

    private static Stored stored(Row row) {
        return new Stored(row.getInteger("version"), Rows.instant(row, "effective_from"), row.getString("document"));
    }
}
