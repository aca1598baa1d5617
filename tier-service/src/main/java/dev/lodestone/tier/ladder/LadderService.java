package dev.lodestone.tier.ladder;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Knows the ladder in force. Fails with {@link IllegalArgumentException} if the table holds no valid ladder. */
@ApplicationScoped
public class LadderService {
    private final LevelRepository levels;

    LadderService(LevelRepository levels) {
        this.levels = levels;
    }

    /** The ladder as the transaction {@code tx} sees it; takes no lock. */
    public Uni<Ladder> inForce(SqlConnection tx) {
        return levels.all(tx).map(Ladder::new);
    }

    /** The ladder for a screen. */
    @WithSession
    public Uni<Ladder> inForce() {
        return levels.listAll(Sort.by("threshold")).map(LadderService::ladder);
    }

    private static Ladder ladder(List<LevelEntity> rows) {
        return new Ladder(rows.stream().map(LevelEntity::level).toList());
    }
}
