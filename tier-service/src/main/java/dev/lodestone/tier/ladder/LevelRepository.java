package dev.lodestone.tier.ladder;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The table {@code level}. */
@ApplicationScoped
class LevelRepository implements PanacheRepositoryBase<LevelEntity, String> {
    private static final String ALL = "select code, name, threshold from level order by threshold";

    /** All levels, the lowest threshold first, as {@code tx} sees them. */
    Uni<List<LevelEntity>> all(SqlConnection tx) {
        return tx.preparedQuery(ALL)
                .execute()
                .map(rows -> rows.stream().map(LevelRepository::level).toList());
    }

    private static LevelEntity level(Row row) {
        LevelEntity level = new LevelEntity();
        level.code = row.getString("code");
        level.name = row.getString("name");
        level.threshold = row.getLong("threshold");
        return level;
    }
}
