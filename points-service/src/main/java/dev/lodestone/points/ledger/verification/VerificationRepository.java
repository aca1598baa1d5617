package dev.lodestone.points.ledger.verification;

import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import dev.lodestone.points.ledger.checks.Finding;
import dev.lodestone.points.ledger.checks.FindingKind;
import dev.lodestone.points.ledger.checks.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores verifications, their progress and their findings. */
@ApplicationScoped
class VerificationRepository {
    private static final String ADD = """
            insert into verification (id, status, requested_by, requested_at, blocks)
            select $1, 'RUNNING', $2, $3, coalesce(max(number), 0) from sealed_block
            on conflict (status) where status = 'RUNNING' do nothing
            """;
    private static final String REQUESTED_SINCE =
            "select exists (select from verification where requested_at > $1 or status = 'RUNNING')";
    /** Uses the time of the database, so that the clocks of replicas do not matter. */
    private static final String CLAIM = """
            update verification set lease_until = now() + $1::bigint * interval '1 millisecond'
            where id = (select id from verification
                        where status = 'RUNNING' and (lease_until is null or lease_until < now())
                        order by id limit 1 for update skip locked)
            returning id, stage, position, blocks
            """;
    /** Updates only from the start of the page. So a page counts once even if two processes worked on it. */
    private static final String ADVANCE = """
            update verification
            set stage = $4, position = $5, blocks_done = blocks_done + $6, postings = postings + $7, entries = entries + $8,
                heads = heads + $9, accounts = accounts + $10, findings = findings + $11, unsealed = unsealed + $12,
                heads_ignored = heads_ignored + $13, attempts = 0, lease_until = null
            where id = $1 and stage = $2 and position = $3 and status = 'RUNNING'
            """;

    private static final String FINISH = """
            update verification
            set status = case when findings > 0 then 'TAMPERED' when unsealed > 0 then 'UNSEALED' else 'INTACT' end, finished_at = $2, lease_until = null
            where id = $1 and status = 'RUNNING' returning findings
            """;
    private static final String FAIL = """
            update verification
            set attempts = attempts + 1, lease_until = null,
                status = case when attempts + 1 >= $3 then 'FAILED' else status end,
                failure = case when attempts + 1 >= $3 then $2 end,
                finished_at = case when attempts + 1 >= $3 then $4::timestamptz end
            where id = $1 and status = 'RUNNING' returning status
            """;
    private static final String KEEP = """
            insert into verification_finding (verification_id, number, kind, block, member_id, asset, account_version, posting_id, detail)
            select $8, kept.count + found.ord, found.kind, found.block, found.member_id, found.asset, found.account_version,
                   found.posting_id, found.detail
            from (select count(*) from verification_finding where verification_id = $8) as kept,
                 unnest($1::text[], $2::bigint[], $3::uuid[], $4::text[], $5::bigint[], $6::uuid[], $7::text[])
                 with ordinality as found (kind, block, member_id, asset, account_version, posting_id, detail, ord)
            where kept.count + found.ord <= $9
            """;
    private static final String SELECT = """
            select id, status, requested_at, finished_at, blocks, blocks_done, postings, entries, heads, heads_ignored, accounts, findings,
                   failure
            from verification
            """;
    private static final String FIND = SELECT + "where id = $1";
    /** Ids are in the order of the requests. */
    private static final String LIST = SELECT + "where $1::uuid is null or id < $1 order by id desc limit $2";

    private static final String FINDINGS = """
            select kind, block, member_id, asset, account_version, posting_id, detail from verification_finding
            where verification_id = $1 order by number
            """;

    /** Adds a verification and returns true; returns false if one is running. */
    Uni<Boolean> add(SqlConnection tx, UUID id, String requestedBy, Instant requestedAt) {
        return tx.preparedQuery(ADD)
                .execute(Tuple.of(id, requestedBy, Columns.utc(requestedAt)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** True if a verification was requested after {@code since}, or one is running. */
    Uni<Boolean> requestedSince(SqlConnection tx, Instant since) {
        return tx.preparedQuery(REQUESTED_SINCE)
                .execute(Tuple.of(Columns.utc(since)))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /**
     * Claims the running verification for this process until {@code lease} has passed; empty if none runs or another process has claimed
     * it.
     */
    Uni<Optional<Verification>> claim(SqlConnection tx, Duration lease) {
        return tx.preparedQuery(CLAIM)
                .execute(Tuple.of(lease.toMillis()))
                .map(rows ->
                        rows.stream().map(VerificationRepository::verification).findFirst());
    }

    /** Records a finished page and the start of the next one; returns false if the page was recorded before. */
    Uni<Boolean> advance(SqlConnection tx, Verification from, Stage stage, String position, Page page) {
        Page.Counts counts = page.counts();
        Tuple values = Tuple.of(from.id(), from.stage().name(), from.position(), stage.name(), position)
                .addLong(counts.blocks())
                .addLong(counts.postings())
                .addLong(counts.entries())
                .addLong(counts.heads())
                .addLong(counts.accounts())
                .addLong(page.defects())
                .addLong(page.unsealed())
                .addLong(counts.headsIgnored());
        return tx.preparedQuery(ADVANCE).execute(values).map(rows -> rows.rowCount() == 1);
    }

    /** Ends the verification; returns the number of its findings. */
    Uni<Long> finish(SqlConnection tx, UUID id, Instant finishedAt) {
        return tx.preparedQuery(FINISH)
                .execute(Tuple.of(id, Columns.utc(finishedAt)))
                .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong(0));
    }

    /** Counts a failure; returns true if the limit is reached and the verification has ended as failed. */
    Uni<Boolean> fail(SqlConnection tx, UUID id, String reason, int attemptsMax, Instant at) {
        return tx.preparedQuery(FAIL)
                .execute(Tuple.of(id, reason, attemptsMax, Columns.utc(at)))
                .map(rows -> rows.size() > 0
                        && rows.iterator().next().getString(0).equals(VerificationView.Status.FAILED.name()));
    }

    /** Stores {@code findings} up to a total of {@code keptMax}. */
    Uni<Void> keep(SqlConnection tx, UUID id, List<Finding> findings, int keptMax) {
        return Columns.of(findings)
                .texts(finding -> finding.kind().name())
                .longs(Finding::block)
                .uuids(Finding::memberId)
                .texts(Finding::asset)
                .longs(Finding::accountVersion)
                .uuids(Finding::postingId)
                .texts(Finding::detail)
                .value(id)
                .value(keptMax)
                .execute(tx, KEEP);
    }

    Uni<Optional<VerificationView>> find(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(FINDINGS)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().map(VerificationRepository::finding).toList())
                .chain(findings -> connection
                        .preparedQuery(FIND)
                        .execute(Tuple.of(id))
                        .map(rows ->
                                rows.stream().map(row -> view(row, findings)).findFirst()));
    }

    /** The newest verifications before {@code before}, at most {@code limit}, without their findings. */
    Uni<List<VerificationView>> list(SqlConnection connection, @Nullable UUID before, int limit) {
        return connection
                .preparedQuery(LIST)
                .execute(Tuple.of(before, limit))
                .map(rows -> rows.stream().map(row -> view(row, List.of())).toList());
    }

    private static Verification verification(Row row) {
        return new Verification(row.getUUID(0), Stage.valueOf(row.getString(1)), row.getString(2), row.getLong(3));
    }

    private static Finding finding(Row row) {
        return new Finding(
                FindingKind.valueOf(row.getString(0)),
                row.getLong(1),
                row.getUUID(2),
                row.getString(3),
                row.getLong(4),
                row.getUUID(5),
                row.getString(6));
    }

    private static VerificationView view(Row row, List<Finding> findings) {
        return new VerificationView(
                row.getUUID(0),
                VerificationView.Status.valueOf(row.getString(1)),
                Rows.instant(row, 2),
                Rows.instantOrNull(row, 3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getString(12),
                findings);
    }
}
