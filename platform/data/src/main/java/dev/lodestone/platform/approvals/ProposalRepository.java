package dev.lodestone.platform.approvals;

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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes proposals and decisions. */
@ApplicationScoped
class ProposalRepository {
    private static final String COLUMNS =
            "id, kind, content, proposed_by, proposed_at, expires_at, status, decided_by, decided_at, reason";
    private static final String INSERT = """
            insert into proposal (id, kind, content, content_hash, proposed_by, proposed_at, expires_at, status)
            values ($1, $2, $3, $4, $5, $6, $7, 'OPEN')
            """;
    private static final String FIND = "select " + COLUMNS + " from proposal where id = $1 and kind = any($2::text[])";
    private static final String LIST = "select " + COLUMNS + """
             from proposal
            where kind = any($1::text[]) and ($2::uuid is null or id < $2)
              and ($3::text is null or case when status = 'OPEN' and expires_at <= $4 then 'EXPIRED' else status end = $3)
            order by id desc limit $5
            """;
    private static final String DECIDE =
            "update proposal set status = $2, decided_by = $3, decided_at = $4, reason = $5 where id = $1";

    Uni<Void> insert(SqlConnection tx, Proposal proposal) {
        Tuple row = Tuple.of(proposal.id(), proposal.kind(), proposal.content())
                .addString(proposal.proposed().contentHash())
                .addString(proposal.proposedBy())
                .addOffsetDateTime(Columns.utc(proposal.proposedAt()))
                .addOffsetDateTime(Columns.utc(proposal.expiresAt()));
        return tx.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    Uni<Optional<Proposal>> find(SqlConnection connection, Set<String> kinds, UUID id) {
        return connection.preparedQuery(FIND).execute(key(kinds, id)).map(ProposalRepository::first);
    }

    /** As {@link #find}, and locks the row until the transaction ends. */
    Uni<Optional<Proposal>> lock(SqlConnection tx, Set<String> kinds, UUID id) {
        return tx.preparedQuery(FIND + " for update").execute(key(kinds, id)).map(ProposalRepository::first);
    }

    /** At most {@code limit} proposals older than {@code after}, newest first. */
    Uni<List<Proposal>> list(
            SqlConnection connection,
            Set<String> kinds,
            Proposal.@Nullable Status status,
            @Nullable UUID after,
            Instant now,
            int limit) {
        Tuple values = Tuple.tuple()
                .addArrayOfString(kinds.toArray(String[]::new))
                .addUUID(after)
                .addString(status == null ? null : status.name())
                .addOffsetDateTime(Columns.utc(now))
                .addInteger(limit);
        return connection
                .preparedQuery(LIST)
                .execute(values)
                .map(rows -> rows.stream().map(ProposalRepository::proposal).toList());
    }

    Uni<Void> decide(SqlConnection tx, Proposal decided) {
        Tuple row = Tuple.tuple()
                .addUUID(decided.id())
                .addString(decided.status().name())
                .addString(decided.decidedBy())
                .addOffsetDateTime(Columns.utc(decided.decidedAt()))
                .addString(decided.reason());
        return tx.preparedQuery(DECIDE).execute(row).replaceWithVoid();
    }

    private static Tuple key(Set<String> kinds, UUID id) {
        return Tuple.tuple().addUUID(id).addArrayOfString(kinds.toArray(String[]::new));
    }

    private static Optional<Proposal> first(RowSet<Row> rows) {
        return rows.stream().map(ProposalRepository::proposal).findFirst();
    }

    private static Proposal proposal(Row row) {
        return new Proposal(
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("content"),
                row.getString("proposed_by"),
                Rows.instant(row, "proposed_at"),
                Rows.instant(row, "expires_at"),
                Proposal.Status.valueOf(row.getString("status")),
                row.getString("decided_by"),
                Rows.instantOrNull(row, "decided_at"),
                row.getString("reason"));
    }
}
