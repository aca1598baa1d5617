package dev.lodestone.tier.jobs;

import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code job}. The worker of a page holds a claim; another claim on the job makes the first one void. */
@ApplicationScoped
class JobRepository {
    /** A job whose next page is claimed for the {@code attempt}th time. */
    record Claimed(Job job, UUID claim, int attempt) {}

    private static final String COLUMNS = """
            id, kind, request, state, position, result, done, total, requested_by, requested_at, finished_at, failure
            """;
    private static final String INSERT = """
            insert into job (id, kind, request, state, total, requested_by, requested_at) values ($1, $2, $3, 'RUNNING', $4, $5, $6)
            returning
            """ + COLUMNS;
    private static final String FIND = "select " + COLUMNS + " from job where kind = $1 and id = $2";
    private static final String CANCEL = """
            update job set state = 'CANCELLED', finished_at = $3, claim_id = null, lease_until = null
            where kind = $1 and id = $2 and state = 'RUNNING'
            returning
            """ + COLUMNS;
    /** An attempt counts when it is claimed: a page that ends its process would be tried for ever otherwise. */
    private static final String GIVE_UP = """
            update job set state = 'FAILED', finished_at = $1, claim_id = null,
                   failure = coalesce(failure, 'the processes that worked on its next page did not report an outcome')
            where state = 'RUNNING' and lease_until <= $1 and attempts >= $2 and kind <> all($3::text[])
            returning id
            """;
    /** The job that waits longest, so that jobs take turns. */
    private static final String CLAIM = """
            update job set claim_id = $1, lease_until = $2, attempts = attempts + 1
            where id = (
                select id from job
                where state = 'RUNNING' and (lease_until is null or lease_until <= $3) and kind = any($5::text[])
                      and (attempts < $4 or kind = any($6::text[]))
                order by worked_at nulls first, id limit 1 for update skip locked)
            returning attempts,
            """ + COLUMNS;

    private static final String ADVANCE = """
            update job
            set position = coalesce($3::text, position), done = done + $4, result = $5, attempts = 0, claim_id = null, lease_until = null,
                failure = null, worked_at = $6::timestamptz, state = case when $3::text is null then 'DONE' else 'RUNNING' end,
                finished_at = case when $3::text is null then $6::timestamptz end
            where id = $1 and claim_id = $2 and state = 'RUNNING'
            """;
    private static final String FAIL = """
            update job
            set state = case when $3 then 'FAILED' else state end, failure = $4, lease_until = $5, claim_id = null,
                finished_at = case when $3 then $6::timestamptz end
            where id = $1 and claim_id = $2 and state = 'RUNNING'
            returning state
            """;
    private static final String PUT_OFF = """
            update job set attempts = attempts - 1, lease_until = $3, claim_id = null, worked_at = $4
            where id = $1 and claim_id = $2 and state = 'RUNNING'
            """;

    Uni<Job> insert(
            SqlConnection tx, UUID id, String kind, String request, long total, String requestedBy, Instant now) {
        return tx.preparedQuery(INSERT)
                .execute(Tuple.of(id, kind, request, total, requestedBy, Columns.utc(now)))
                .map(rows -> job(rows.iterator().next()));
    }

    Uni<Optional<Job>> find(SqlConnection connection, String kind, UUID id) {
        return connection.preparedQuery(FIND).execute(Tuple.of(kind, id)).map(JobRepository::first);
    }

    /** Ends the job if it runs. */
    Uni<Optional<Job>> cancel(SqlConnection tx, String kind, UUID id, Instant now) {
        return tx.preparedQuery(CANCEL)
                .execute(Tuple.of(kind, id, Columns.utc(now)))
                .map(JobRepository::first);
    }

    /** Ends the jobs whose next page was tried {@code attemptsMax} times without an outcome, except jobs of the kinds {@code neverGivenUp}. */
    Uni<List<UUID>> giveUp(SqlConnection tx, Instant now, int attemptsMax, List<String> neverGivenUp) {
        Tuple values = Tuple.of(Columns.utc(now), attemptsMax).addArrayOfString(neverGivenUp.toArray(String[]::new));
        return tx.preparedQuery(GIVE_UP)
                .execute(values)
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
    }

    Uni<Optional<Claimed>> claim(
            SqlConnection tx,
            UUID claim,
            Instant now,
            Instant leaseUntil,
            int attemptsMax,
            List<String> kinds,
            List<String> neverGivenUp) {
        Tuple values = Tuple.of(claim, Columns.utc(leaseUntil), Columns.utc(now), attemptsMax)
                .addArrayOfString(kinds.toArray(String[]::new))
                .addArrayOfString(neverGivenUp.toArray(String[]::new));
        return tx.preparedQuery(CLAIM)
                .execute(values)
                .map(rows -> rows.stream()
                        .map(row -> new Claimed(job(row), claim, row.getInteger("attempts")))
                        .findFirst());
    }

    /** Adds a page and releases the claim; false if the claim was lost. */
    Uni<Boolean> advance(SqlConnection tx, Claimed claimed, JobPageService.Page page, Instant now) {
        Tuple values = Tuple.of(
                claimed.job().id(), claimed.claim(), page.position(), page.done(), page.result(), Columns.utc(now));
        return tx.preparedQuery(ADVANCE).execute(values).map(rows -> rows.rowCount() == 1);
    }

    /**
     * Stores why an attempt failed; the new state, or nothing if the claim was lost.
     *
     * @param last true if the job ends by it
     */
    Uni<Optional<JobState>> fail(
            SqlConnection tx, Claimed claimed, boolean last, String failure, Instant retryAt, Instant now) {
        Tuple values =
                Tuple.of(claimed.job().id(), claimed.claim(), last, failure, Columns.utc(retryAt), Columns.utc(now));
        return tx.preparedQuery(FAIL)
                .execute(values)
                .map(rows -> rows.stream()
                        .map(row -> JobState.valueOf(row.getString(0)))
                        .findFirst());
    }

    /** Releases the claim on a page that is not ready, without an attempt; other jobs have their turn before it. */
    Uni<Void> putOff(SqlConnection tx, Claimed claimed, Instant retryAt, Instant now) {
        return tx.preparedQuery(PUT_OFF)
                .execute(Tuple.of(claimed.job().id(), claimed.claim(), Columns.utc(retryAt), Columns.utc(now)))
                .replaceWithVoid();
    }

    private static Optional<Job> first(RowSet<Row> rows) {
        return rows.stream().map(JobRepository::job).findFirst();
    }

    private static Job job(Row row) {
        return new Job(
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("request"),
                JobState.valueOf(row.getString("state")),
                row.getString("position"),
                row.getString("result"),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("requested_by"),
                Rows.instant(row, "requested_at"),
                Rows.instantOrNull(row, "finished_at"),
                row.getString("failure"));
    }
}
