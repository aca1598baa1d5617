package dev.lodestone.platform.retention;

import dev.lodestone.platform.sql.Batches;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.transactions.Transactions;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Deletes old rows, a bounded number in each transaction. Several replicas may run at the same time: each skips rows that another has locked.
 */
@ApplicationScoped
public class RetentionJob {
    private static final Logger LOG = Logger.getLogger(RetentionJob.class);

    private final List<RetainedTables> tables;
    private final RetentionConfig config;
    private final Transactions transactions;
    private final Clock clock;

    RetentionJob(@All List<RetainedTables> tables, RetentionConfig config, Transactions transactions, Clock clock) {
        this.tables = tables;
        this.config = config;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Deletes all old rows. */
    @Scheduled(
            every = "{lodestone.retention.interval:1h}",
            delayed = "{lodestone.retention.interval:1h}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> run() {
        return Multi.createFrom()
                .iterable(tables)
                .onItem()
                .transformToMultiAndConcatenate(of -> Multi.createFrom().iterable(of.retained()))
                .onItem()
                .transformToUniAndConcatenate(this::delete)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> delete(Retained rows) {
        Instant before = clock.instant().minus(rows.keptFor());
        return Batches.whileFull(config.batchSize(), () -> transactions.run(tx -> deleteBatch(tx, rows, before)))
                .invoke(deleted -> report(rows, deleted))
                .replaceWithVoid();
    }

    private Uni<Integer> deleteBatch(SqlConnection tx, Retained rows, Instant before) {
        String statement = "delete from " + rows.table() + " where ctid = any(array(select ctid from " + rows.table()
                + " where " + rows.condition() + " limit $2 for update skip locked))";
        return tx.preparedQuery(statement)
                .execute(Tuple.of(Columns.utc(before), config.batchSize()))
                .map(deleted -> deleted.rowCount());
    }

    private static void report(Retained rows, int deleted) {
        if (deleted > 0) {
            LOG.infof("old rows are deleted: table=%s rows=%d", rows.table(), deleted);
        }
    }
}
