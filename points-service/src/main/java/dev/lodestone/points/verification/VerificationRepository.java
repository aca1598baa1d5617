package dev.lodestone.points.verification;

import dev.lodestone.platform.transactions.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps checks and what they found, and reads accounts beside their last postings. */
@ApplicationScoped
class VerificationRepository {
    private static final String ADD = """
            insert into verification (id, status, requested_by, requested_at, blocks)
            select $1, 'RUNNING', $2, $3, coalesce(max(number), 0) from sealed_block
            on conflict (status) where status = 'RUNNING' do nothing
            """;
    private static final String NEXT = """
            select id, blocks, blocks_done, after_member, after_asset from verification
            where status = 'RUNNING' order by id limit 1 for update skip locked
            """;
    private static final String ADVANCE_BLOCKS = """
            update verification set blocks_done = $2, postings = postings + $3, findings = findings + $4 where id = $1
            """;
    private static final String ADVANCE_ACCOUNTS = """
            update verification
            set after_member = $2, after_asset = $3, accounts = accounts + $4, findings = findings + $5 where id = $1
            """;
    private static final String FINISH = """
            update verification
            set status = case findings when 0 then 'INTACT' else 'TAMPERED' end, finished_at = $2 where id = $1
            """;
    private static final String KEEP = """
            insert into verification_finding (verification_id, number, kind, block, member_id, asset, account_version, posting_id, detail)
            select $1, kept.count + found.ord, found.kind, found.block, found.member_id, found.asset, found.account_version,
                   found.posting_id, found.detail
            from (select count(*) from verification_finding where verification_id = $1) as kept,
                 unnest($3::text[], $4::bigint[], $5::uuid[], $6::text[], $7::bigint[], $8::uuid[], $9::text[])
                 with ordinality as found (kind, block, member_id, asset, account_version, posting_id, detail, ord)
            where kept.count + found.ord <= $2
            """;
    private static final String FIND = """
            select id, status, requested_at, finished_at, blocks, blocks_done, postings, accounts, findings from verification where id = $1
            """;
    private static final String FINDINGS = """
            select kind, block, member_id, asset, account_version, posting_id, detail from verification_finding
            where verification_id = $1 order by number
            """;
    private static final String ACCOUNTS = """
            select account.member_id, account.asset, account.version, account.credits - account.debits, account.pending, account.held,
                   last.account_version, last.available_after, last.pending_after, last.held_after, last.id
            from account
            left join lateral (
                select account_version, available_after, pending_after, held_after, id from posting
                where posting.member_id = account.member_id and posting.asset = account.asset
                order by account_version desc limit 1) as last on true
            where (account.member_id, account.asset) > ($1, $2)
            order by account.member_id, account.asset limit $3
            """;

    /** Adds a check, unless one is running: then it returns false. */
    Uni<Boolean> add(SqlConnection tx, UUID id, String requestedBy, Instant requestedAt) {
        return tx.preparedQuery(ADD)
                .execute(Tuple.of(id, requestedBy, Columns.utc(requestedAt)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** The check that runs, locked; nothing if none does or another process is at it. */
    Uni<Optional<Verification>> next(SqlConnection tx) {
        return tx.query(NEXT)
                .execute()
                .map(rows ->
                        rows.stream().map(VerificationRepository::verification).findFirst());
    }

    Uni<Void> blocksDone(SqlConnection tx, UUID id, long blocksDone, long postings, long findings) {
        return execute(tx, ADVANCE_BLOCKS, Tuple.of(id, blocksDone, postings, findings));
    }

    Uni<Void> accountsDone(SqlConnection tx, UUID id, AccountLine last, long accounts, long findings) {
        return execute(tx, ADVANCE_ACCOUNTS, Tuple.of(id, last.member(), last.asset(), accounts, findings));
    }

    Uni<Void> finish(SqlConnection tx, UUID id, Instant finishedAt) {
        return execute(tx, FINISH, Tuple.of(id, Columns.utc(finishedAt)));
    }

    /** Keeps {@code findings} as long as there are not more than {@code keptMax} of them in all. */
    Uni<Void> keep(SqlConnection tx, UUID id, List<Finding> findings, int keptMax) {
        if (findings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns<Finding> columns = Columns.of(findings)
                .texts(finding -> finding.kind().name())
                .longs(Finding::block)
                .uuids(Finding::memberId)
                .texts(Finding::asset)
                .longs(Finding::accountVersion)
                .uuids(Finding::postingId)
                .texts(Finding::detail);
        Tuple values = Tuple.of(id, keptMax);
        for (int i = 0; i < columns.tuple().size(); i++) {
            values.addValue(columns.tuple().getValue(i));
        }
        return execute(tx, KEEP, values);
    }

    Uni<Optional<VerificationView>> find(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(FINDINGS)
                .execute(Tuple.of(id))
                .chain(findings -> connection
                        .preparedQuery(FIND)
                        .execute(Tuple.of(id))
                        .map(rows -> rows.stream()
                                .map(row -> view(
                                        row,
                                        findings.stream()
                                                .map(VerificationRepository::finding)
                                                .toList()))
                                .findFirst()));
    }

    /** The accounts behind the one named, in the order of their members, at most {@code limit}. */
    Uni<List<AccountLine>> accounts(SqlConnection connection, UUID afterMember, String afterAsset, int limit) {
        return connection
                .preparedQuery(ACCOUNTS)
                .execute(Tuple.of(afterMember, afterAsset, limit))
                .map(rows -> rows.stream().map(VerificationRepository::account).toList());
    }

    private static Uni<Void> execute(SqlConnection tx, String statement, Tuple values) {
        return tx.preparedQuery(statement).execute(values).replaceWithVoid();
    }

    private static Verification verification(Row row) {
        return new Verification(row.getUUID(0), row.getLong(1), row.getLong(2), row.getUUID(3), row.getString(4));
    }

    private static AccountLine account(Row row) {
        boolean posted = row.getLong(6) != null;
        return new AccountLine(
                row.getUUID(0),
                row.getString(1),
                new AccountLine.Sum(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                posted
                        ? new AccountLine.Sum(row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9))
                        : new AccountLine.Sum(0, 0, 0, 0),
                row.getUUID(10));
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
        OffsetDateTime finishedAt = row.getOffsetDateTime(3);
        return new VerificationView(
                row.getUUID(0),
                VerificationView.Status.valueOf(row.getString(1)),
                row.getOffsetDateTime(2).toInstant(),
                finishedAt == null ? null : finishedAt.toInstant(),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                findings);
    }
}
