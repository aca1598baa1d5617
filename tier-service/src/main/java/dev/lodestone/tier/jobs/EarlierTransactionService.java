package dev.lodestone.tier.jobs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Says when all transactions have ended that wrote or locked something before a moment. They may rest on what was true before it, and their rows
 * are not to be seen until they commit.
 */
@ApplicationScoped
public class EarlierTransactionService {
    private static final String MARK = "select pg_snapshot_xmax(pg_current_snapshot())::text";
    private static final String HAVE_ENDED = "select pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8";

    /** This moment, for {@link #haveEnded}. */
    public Uni<String> mark(SqlConnection connection) {
        return connection
                .query(MARK)
                .execute()
                .map(rows -> rows.iterator().next().getString(0));
    }

    /** True if no transaction is in progress that had written or locked something before {@code mark}. */
    public Uni<Boolean> haveEnded(SqlConnection connection, String mark) {
        return connection
                .preparedQuery(HAVE_ENDED)
                .execute(Tuple.of(mark))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
