package dev.lodestone.points.rewards.catalogue;

import dev.lodestone.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes rewards and their stock. Each change increments the version of the row. */
@ApplicationScoped
class RewardRepository {
    private static final String LIST = "select code, name, cost, stock, version from reward order by code";

    /** Locks rewards with limited stock only: a lock on the others would make redemptions wait without need. */
    private static final String LOCK = """
            with limited as (
                select reward.code, name, cost, stock, version from reward
                join (select code from reward where code = any($1::text[]) and stock is not null) as wanted using (code)
                order by reward.code for no key update of reward)
            select code, name, cost, stock, version from limited
            union all
            select code, name, cost, stock, version from reward where code = any($1::text[]) and stock is null
            """;

    private static final String TAKE = """
            update reward set stock = stock - taken.units, version = version + 1
            from unnest($1::text[], $2::bigint[]) as taken (code, units)
            where reward.code = taken.code and stock is not null
            """;

    private static final String LOCK_ONE =
            "select code, name, cost, stock, version from reward where code = $1 for no key update";

    private static final String INSERT = """
            insert into reward (code, name, cost, stock, created_at) values ($1, $2, $3, $4, $5)
            on conflict do nothing returning code, name, cost, stock, version
            """;

    private static final String UPDATE = """
            update reward set name = $2, cost = $3, stock = $4, version = version + 1 where code = $1
            returning code, name, cost, stock, version
            """;

    private static final String ADD = """
            update reward set stock = stock + $2, version = version + 1 where code = $1 and stock is not null
            returning code, name, cost, stock, version
            """;

    /** All rewards, sorted by code. */
    Uni<List<RewardView>> list(SqlConnection connection) {
        return connection.preparedQuery(LIST).execute().map(RewardRepository::views);
    }

    /** The rewards with {@code codes}, sorted by code; those with limited stock are locked until the transaction ends. */
    Uni<List<RewardView>> lock(SqlConnection tx, Set<String> codes) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfString(codes.toArray(String[]::new)))
                .map(RewardRepository::views);
    }

    Uni<Void> take(SqlConnection tx, List<RewardStock.Taken> taken) {
        return Columns.of(taken)
                .texts(RewardStock.Taken::code)
                .longs(RewardStock.Taken::units)
                .execute(tx, TAKE);
    }

    /** The reward {@code code}, locked until the transaction ends. */
    Uni<Optional<RewardView>> lockOne(SqlConnection tx, String code) {
        return tx.preparedQuery(LOCK_ONE).execute(Tuple.of(code)).map(RewardRepository::first);
    }

    /** Inserts the reward {@code code}; empty if it exists. */
    Uni<Optional<RewardView>> insert(SqlConnection tx, String code, RewardRequest request, Instant now) {
        Tuple row = Tuple.of(code, request.name(), request.cost())
                .addLong(request.stock())
                .addOffsetDateTime(Columns.utc(now));
        return tx.preparedQuery(INSERT).execute(row).map(RewardRepository::first);
    }

    /** Updates a locked reward. */
    Uni<RewardView> update(SqlConnection tx, String code, RewardRequest request, @Nullable Long stock) {
        Tuple row = Tuple.of(code, request.name(), request.cost()).addLong(stock);
        return tx.preparedQuery(UPDATE)
                .execute(row)
                .map(rows -> view(rows.iterator().next()));
    }

    /** Adds {@code units}, which may be negative, to the stock of {@code code}; empty if its stock is not limited. */
    Uni<Optional<RewardView>> add(SqlConnection tx, String code, long units) {
        return tx.preparedQuery(ADD).execute(Tuple.of(code, units)).map(RewardRepository::first);
    }

    private static Optional<RewardView> first(RowSet<Row> rows) {
        return rows.stream().map(RewardRepository::view).findFirst();
    }

    private static List<RewardView> views(RowSet<Row> rows) {
        return rows.stream().map(RewardRepository::view).toList();
    }

    private static RewardView view(Row row) {
        return new RewardView(
                row.getString("code"),
                row.getString("name"),
                row.getLong("cost"),
                row.getLong("stock"),
                row.getLong("version"));
    }
}
