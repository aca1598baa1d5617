package dev.lodestone.tier.ladder;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Knows the ladder in force. Fails with {@link IllegalArgumentException} if the table holds no valid ladder. */
@ApplicationScoped
public class LadderService {
    private static final String LEVELS = "select code, name, threshold from level order by threshold";

    /** The ladder as the transaction {@code tx} sees it; takes no lock. */
    public Uni<Ladder> inForce(SqlConnection tx) {
        return tx.preparedQuery(LEVELS).execute().map(LadderService::ladder);
    }

    /** The ladder for a screen. */
    @WithSession
    public Uni<Ladder> inForce() {
        return LevelEntity.<LevelEntity>listAll(Sort.ascending("threshold")).map(LadderService::ladder);
    }

    private static Ladder ladder(RowSet<Row> rows) {
        return new Ladder(StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Level(row.getString("code"), row.getString("name"), row.getLong("threshold")))
                .toList());
    }

    private static Ladder ladder(List<LevelEntity> rows) {
        return new Ladder(rows.stream().map(LevelEntity::level).toList());
    }
}
