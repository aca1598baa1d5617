package dev.lodestone.tier.ladder;

import dev.lodestone.platform.alarm.Alarms;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Reads the ladder in force.
 *
 * <p>Saved levels that do not form a valid ladder are the operator's fault, so no event becomes a dead letter because of them. They raise the
 * alarm {@code ladder-failed}. Until the operator corrects them, growth still counts but no level changes. After the correction, a member's
 * next event that can change a tier moves the member to the right level: an event of an order other than its payment, or a posting that
 * brings growth.
 */
@ApplicationScoped
public class LadderService {
    private final LevelRepository levels;
    private final Alarms alarms;

    LadderService(LevelRepository levels, Alarms alarms) {
        this.levels = levels;
        this.alarms = alarms;
    }

    /** The ladder as the transaction {@code tx} sees it. Takes no lock. */
    public Uni<Ladder> inForce(SqlConnection tx) {
        return levels.all(tx).map(this::ladder);
    }

    /** The ladder for a request that only reads. */
    @WithSession
    public Uni<Ladder> inForce() {
        return levels.listAll(Sort.by("threshold")).map(this::ladder);
    }

    private Ladder ladder(List<LevelEntity> rows) {
        try {
            return new Ladder(rows.stream().map(LevelEntity::level).toList());
        } catch (IllegalArgumentException invalid) {
            alarms.raise("ladder-failed", "levels=" + rows.size());
            return Ladder.frozen(rows.stream().map(row -> row.code).toList());
        }
    }
}
