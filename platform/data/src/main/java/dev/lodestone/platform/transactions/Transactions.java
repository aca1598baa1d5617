package dev.lodestone.platform.transactions;

import dev.lodestone.platform.outbox.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * Runs effects. An effect acquires all its locks in the order of the member ids, writes its rows and its outbox rows, and commits whole or
 * not at all.
 */
@ApplicationScoped
public class Transactions {
    private final Pool pool;
    private final OutboxRelay relay;

    Transactions(Pool pool, OutboxRelay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    /** Runs {@code effect} in one transaction, commits, and only then completes; any failure rolls everything back. */
    public <T> Uni<T> run(Function<SqlConnection, Uni<T>> effect) {
        return pool.withTransaction(effect).invoke(relay::wake);
    }

    /** Runs a read without a transaction: each statement sees its own snapshot. */
    public <T> Uni<T> read(Function<SqlConnection, Uni<T>> query) {
        return pool.withConnection(query);
    }
}
