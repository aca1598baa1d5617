package dev.lodestone.platform.deadletters;

import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** The channels that are paused until an operator resumes them; stored in the database, so that a restart does not resume them. */
@ApplicationScoped
public class PausedChannels {
    private static final String PAUSE =
            "insert into paused_channel (topic, reason, paused_at) values ($1, $2, $3) on conflict do nothing";
    private static final String IS_PAUSED = "select 1 from paused_channel where topic = $1";
    private static final String LIST = "select topic, reason, paused_at from paused_channel order by topic";
    private static final String RESUME = "delete from paused_channel where topic = $1";

    private final Clock clock;

    PausedChannels(Clock clock) {
        this.clock = clock;
    }

    public Uni<Void> pause(SqlConnection tx, String topic, String reason) {
        return tx.preparedQuery(PAUSE)
                .execute(Tuple.of(topic, reason, Columns.utc(clock.instant())))
                .replaceWithVoid();
    }

    public Uni<Boolean> isPaused(SqlConnection connection, String topic) {
        return connection.preparedQuery(IS_PAUSED).execute(Tuple.of(topic)).map(rows -> rows.size() > 0);
    }

    public Uni<List<PausedChannel>> list(SqlConnection connection) {
        return connection
                .preparedQuery(LIST)
                .execute()
                .map(rows -> rows.stream()
                        .map(row -> new PausedChannel(
                                row.getString("topic"), row.getString("reason"), Rows.instant(row, "paused_at")))
                        .toList());
    }

    /** Resumes the channel; returns whether it was paused. */
    public Uni<Boolean> resume(SqlConnection tx, String topic) {
        return tx.preparedQuery(RESUME).execute(Tuple.of(topic)).map(rows -> rows.rowCount() > 0);
    }
}
