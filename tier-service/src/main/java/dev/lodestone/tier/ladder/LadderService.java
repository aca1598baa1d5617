package dev.lodestone.tier.ladder;

import dev.lodestone.platform.alarm.Alarms;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Knows the ladder in force. Levels that make no valid ladder are an operator's fault: they raise the alarm {@code ladder-failed}, and until
 * they are mended nobody's level changes. Events are never set aside for it; growth goes on, and the next event of a member after the
 * mending moves the member.
 */
@ApplicationScoped
public class LadderService {
    private final LevelRepository levels;
    private final Alarms alarms;

    LadderService(LevelRepository levels, Alarms alarms) {
        this.levels = levels;
        this.alarms = alarms;
    }

    /** The ladder as the transaction {@code tx} sees it; takes no lock. */
    public Uni<Ladder> inForce(SqlConnection tx) {
        return levels.all(tx).map(this::ladder);
    }

    /** The ladder for a screen. */
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
