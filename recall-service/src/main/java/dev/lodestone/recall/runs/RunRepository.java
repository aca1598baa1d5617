package dev.lodestone.recall.runs;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of runs. */
@ApplicationScoped
class RunRepository {
    private static final String INSERT = """
            insert into campaign_run (id, campaign_id, as_of, requested_by, started_at, state, eligible, already_in, held_out, treated)
            values ($1, $2, $3, $4, $5, 'PENDING', 0, 0, 0, 0)
            """;
    private static final String COLUMNS = """
            id, campaign_id, as_of, state, last_member, eligible, already_in, held_out, treated, reason, started_at, finished_at
            """;
    private static final String FIND = "select " + COLUMNS + " from campaign_run where campaign_id = $1 and id = $2";
    private static final String CANCEL = """
            update campaign_run set state = 'CANCELLED', cancelled_by = $3, finished_at = $4, claim_id = null
            where campaign_id = $1 and id = $2 and state in ('PENDING', 'RUNNING')
            returning
            """ + COLUMNS;

    /** The attempt of a process that died counts; otherwise a page that crashes the process would be retried for ever. */
    private static final String GIVE_UP = """
            update campaign_run set state = 'FAILED', finished_at = $1, claim_id = null,
                   reason = coalesce(reason, 'the processes that worked on its next page did not report an outcome')
            where state = 'RUNNING' and lease_until <= $1 and attempts >= $2
            returning id
            """;
    /** The run that waits longest, so that campaigns take turns; one run at a time for each campaign, the oldest first. */
    private static final String CLAIM = """
            update campaign_run set state = 'RUNNING', claim_id = $1, lease_until = $2, attempts = attempts + 1
            where id = (
                select id from campaign_run as waiting
                where state in ('PENDING', 'RUNNING') and (lease_until is null or lease_until <= $3) and attempts < $4
                  and (state = 'RUNNING' or not exists (
                      select from campaign_run as other where other.campaign_id = waiting.campaign_id
                      and (other.state = 'RUNNING' or other.state = 'PENDING' and other.id < waiting.id)))
                order by lease_until nulls first, id limit 1 for update skip locked)
            returning id, campaign_id, as_of, started_at, last_member, attempts
            """;

    private static final String ADVANCE = """
            update campaign_run
            set eligible = eligible + $3, already_in = already_in + $4, held_out = held_out + $5, treated = treated + $6,
                last_member = coalesce($7::uuid, last_member), state = case when $7::uuid is null then 'DONE' else 'RUNNING' end,
                finished_at = case when $7::uuid is null then $8::timestamptz end, lease_until = $8::timestamptz, claim_id = null, attempts = 0, reason = null
            where id = $1 and claim_id = $2
            """;
    private static final String FAIL = """
            update campaign_run
            set state = case when attempts >= $3 then 'FAILED' else state end, reason = $4, lease_until = $5, claim_id = null,
                finished_at = case when attempts >= $3 then $6::timestamptz end
            where id = $1 and claim_id = $2
            returning state
            """;

    Uni<Void> insert(SqlConnection tx, RunView run, String operator) {
        return tx.preparedQuery(INSERT)
                .execute(Tuple.of(run.runId(), run.campaignId(), run.asOf(), operator, Columns.utc(run.requestedAt())))
                .replaceWithVoid();
    }

    Uni<Optional<RunView>> find(SqlConnection connection, UUID campaignId, UUID runId) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(campaignId, runId))
                .map(rows -> rows.stream().map(RunRepository::view).findFirst());
    }

    /** Ends the run if it has not ended yet. */
    Uni<Optional<RunView>> cancel(SqlConnection tx, UUID campaignId, UUID runId, String operator, Instant now) {
        return tx.preparedQuery(CANCEL)
                .execute(Tuple.of(campaignId, runId, operator, Columns.utc(now)))
                .map(rows -> rows.stream().map(RunRepository::view).findFirst());
    }

    /** Ends the runs whose next page was tried {@code attemptsMax} times without an outcome. */
    Uni<List<UUID>> giveUp(SqlConnection tx, Instant now, int attemptsMax) {
        return tx.preparedQuery(GIVE_UP)
                .execute(Tuple.of(Columns.utc(now), attemptsMax))
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
    }

    Uni<Optional<ClaimedRun>> claim(SqlConnection tx, UUID claimId, Instant now, Instant leaseUntil, int attemptsMax) {
        return tx.preparedQuery(CLAIM)
                .execute(Tuple.of(claimId, Columns.utc(leaseUntil), Columns.utc(now), attemptsMax))
                .map(rows -> rows.stream().map(row -> claimed(row, claimId)).findFirst());
    }

    /**
     * Adds the counts of a page to the run and releases the claim; the run is done if there is no {@code last} profile.
     *
     * @return whether the claim was still valid
     */
    Uni<Boolean> advance(SqlConnection tx, ClaimedRun run, PageCounts page, @Nullable MemberId last, Instant now) {
        Tuple values = Tuple.of(
                        run.id(), run.claimId(), page.eligible(), page.alreadyIn(), page.heldOut(), page.treated())
                .addUUID(last == null ? null : last.value())
                .addOffsetDateTime(Columns.utc(now));
        return tx.preparedQuery(ADVANCE).execute(values).map(rows -> rows.rowCount() == 1);
    }

    /** Records the reason of a failed attempt; returns the new state of the run, or nothing if the claim was lost. */
    Uni<Optional<RunState>> fail(
            SqlConnection tx, ClaimedRun run, int attemptsMax, String reason, Instant retryAt, Instant now) {
        Tuple values = Tuple.of(run.id(), run.claimId(), attemptsMax, reason, Columns.utc(retryAt), Columns.utc(now));
        return tx.preparedQuery(FAIL)
                .execute(values)
                .map(rows -> rows.stream()
                        .map(row -> RunState.valueOf(row.getString(0)))
                        .findFirst());
    }

    private static ClaimedRun claimed(Row row, UUID claimId) {
        UUID last = row.getUUID("last_member");
        return new ClaimedRun(
                row.getUUID("id"),
                claimId,
                row.getUUID("campaign_id"),
                row.getLocalDate("as_of"),
                Rows.instant(row, "started_at"),
                last == null ? null : new MemberId(last),
                row.getInteger("attempts"));
    }

    private static RunView view(Row row) {
        RunState state = RunState.valueOf(row.getString("state"));
        return new RunView(
                row.getUUID("id"),
                row.getUUID("campaign_id"),
                row.getLocalDate("as_of"),
                state,
                RunView.progressPercent(state, row.getUUID("last_member")),
                row.getLong("eligible"),
                row.getLong("already_in"),
                row.getLong("held_out"),
                row.getLong("treated"),
                row.getString("reason"),
                Rows.instant(row, "started_at"),
                Rows.instantOrNull(row, "finished_at"));
    }
}
