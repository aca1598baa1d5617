package dev.lodestone.points.earning.trial;

import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes backtests. A worker holds a lease that it must renew. */
@ApplicationScoped
class BacktestRepository {
    /**
     * A claimed backtest.
     *
     * @param attempt number of this attempt, from 1; the worker of an earlier attempt can neither renew the lease nor finish the backtest
     */
    record Work(UUID id, String code, int version, Instant since, long factsLast, int attempt) {}

    private static final String CREATE = """
            insert into backtest (id, rule_code, rule_version, days, status, requested_by, requested_at, since, facts_last)
            values ($1, $2, $3, $4, 'RUNNING', $5, $6, $7, $8)
            """;
    private static final String FIND = """
            select id, rule_code, rule_version, days, status, report, failure,
                   case when status = 'DONE' or facts_last = 0 then 100 else (100 * progress / facts_last)::int end as percent
            from backtest where id = $1 and rule_code = $2 and rule_version = $3
            """;
    private static final String CLAIM = """
            update backtest set lease_until = $1, progress = 0, attempts = attempts + 1
            where id = (select id from backtest
                        where status = 'RUNNING' and (lease_until is null or lease_until < $2) and attempts < $3
                        order by requested_at limit 1 for update skip locked)
            returning id, rule_code, rule_version, since, facts_last, attempts
            """;
    private static final String ADVANCE = """
            update backtest set lease_until = $2, progress = $3 where id = $1 and status = 'RUNNING' and attempts = $4
            """;
    private static final String FAIL_ABANDONED = """
            update backtest set status = 'FAILED', finished_at = $1,
                   failure = 'no attempt finished before its lease expired'
            where status = 'RUNNING' and lease_until < $1 and attempts >= $2
            """;
    private static final String FINISH = """
            update backtest set status = $2, report = $3, failure = $4, finished_at = $5, progress = facts_last
            where id = $1 and status = 'RUNNING' and attempts = $6
            """;

    private final Json json;

    BacktestRepository(Json json) {
        this.json = json;
    }

    Uni<Void> create(SqlConnection tx, Work work, int days, String operator, Instant now) {
        Tuple values = Tuple.tuple()
                .addUUID(work.id())
                .addString(work.code())
                .addInteger(work.version())
                .addInteger(days)
                .addString(operator)
                .addOffsetDateTime(Columns.utc(now))
                .addOffsetDateTime(Columns.utc(work.since()))
                .addLong(work.factsLast());
        return tx.preparedQuery(CREATE).execute(values).replaceWithVoid();
    }

    Uni<Optional<BacktestView>> find(SqlConnection connection, String code, int version, UUID id) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(id, code, version))
                .map(rows -> rows.stream().map(this::view).findFirst());
    }

    /** Fails backtests after {@code attemptsMax} attempts whose last lease expired. */
    Uni<Void> failAbandoned(SqlConnection tx, Instant now, int attemptsMax) {
        return tx.preparedQuery(FAIL_ABANDONED)
                .execute(Tuple.of(Columns.utc(now), attemptsMax))
                .replaceWithVoid();
    }

    /** Claims the oldest waiting backtest until {@code leaseUntil}. */
    Uni<Optional<Work>> claim(SqlConnection tx, Instant now, Instant leaseUntil, int attemptsMax) {
        return tx.preparedQuery(CLAIM)
                .execute(Tuple.of(Columns.utc(leaseUntil), Columns.utc(now), attemptsMax))
                .map(rows -> rows.stream().map(BacktestRepository::work).findFirst());
    }

    /** Renews the lease; false if it was lost. */
    Uni<Boolean> advance(SqlConnection tx, Work work, long progress, Instant leaseUntil) {
        return tx.preparedQuery(ADVANCE)
                .execute(Tuple.of(work.id(), Columns.utc(leaseUntil), progress, work.attempt()))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Void> finish(
            SqlConnection tx, Work work, @Nullable BacktestReport report, @Nullable String failure, Instant now) {
        Tuple values = Tuple.of(
                work.id(),
                report == null ? "FAILED" : "DONE",
                report == null ? null : json.write(report),
                failure,
                Columns.utc(now),
                work.attempt());
        return tx.preparedQuery(FINISH).execute(values).replaceWithVoid();
    }

    private static Work work(Row row) {
        return new Work(
                row.getUUID("id"),
                row.getString("rule_code"),
                row.getInteger("rule_version"),
                Rows.instant(row, "since"),
                row.getLong("facts_last"),
                row.getInteger("attempts"));
    }

    private BacktestView view(Row row) {
        String report = row.getString("report");
        return new BacktestView(
                row.getUUID("id"),
                row.getString("rule_code"),
                row.getInteger("rule_version"),
                row.getInteger("days"),
                row.getString("status"),
                row.getInteger("percent"),
                report == null ? null : read(report),
                row.getString("failure"));
    }

    private BacktestReport read(String report) {
        return json.read(report, BacktestReport.class);
    }
}
