package dev.lodestone.tier.versions;

import dev.lodestone.platform.definitions.DefinitionStatus;
import dev.lodestone.platform.definitions.Lifecycle;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The table {@code tier_set_version}. */
@ApplicationScoped
class TierSetRepository {
    /** The first version of a set is its lock. A draft of the next one is seen only by a statement that begins after the lock is held. */
    private static final String LOCK = "select from tier_set_version where code = $1 and version = 1 for update";

    private static final String COLUMNS = """
            code, version, document, status, effective_from, drafted_by, drafted_at, proposed_by, proposed_at, published_by, published_at
            """;
    private static final String VERSIONS =
            "select " + COLUMNS + " from tier_set_version where code = $1 order by version desc";
    private static final String PUBLISHED =
            "select " + COLUMNS + " from tier_set_version where code = $1 and status = 'PUBLISHED' order by version";
    private static final String INSERT = "insert into tier_set_version (" + COLUMNS + """
            ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """;
    private static final String UPDATE = """
            update tier_set_version
            set document = $3, status = $4, effective_from = $5, drafted_by = $6, drafted_at = $7, proposed_by = $8, proposed_at = $9,
                published_by = $10, published_at = $11
            where code = $1 and version = $2
            """;

    /** All versions of a set, the newest first. */
    Uni<List<TierSetVersion>> versions(SqlConnection connection, String code) {
        return list(connection, VERSIONS, code);
    }

    /** As {@link #versions}; no other transaction changes them until {@code tx} ends. */
    Uni<List<TierSetVersion>> lockVersions(SqlConnection tx, String code) {
        return tx.preparedQuery(LOCK).execute(Tuple.of(code)).chain(() -> versions(tx, code));
    }

    /** The published versions of a set. Takes no lock. */
    Uni<List<TierSetVersion>> published(SqlConnection connection, String code) {
        return list(connection, PUBLISHED, code);
    }

    Uni<Void> insert(SqlConnection tx, TierSetVersion version) {
        return tx.preparedQuery(INSERT).execute(values(version)).replaceWithVoid();
    }

    Uni<Void> update(SqlConnection tx, TierSetVersion version) {
        return tx.preparedQuery(UPDATE).execute(values(version)).replaceWithVoid();
    }

    private static Uni<List<TierSetVersion>> list(SqlConnection connection, String statement, String code) {
        return connection
                .preparedQuery(statement)
                .execute(Tuple.of(code))
                .map(rows -> rows.stream().map(TierSetRepository::version).toList());
    }

    private static Tuple values(TierSetVersion version) {
        Lifecycle life = version.life();
        Instant drafted = life.draftedAt();
        return Tuple.of(
                        version.code(),
                        version.version(),
                        version.document(),
                        life.status().name())
                .addOffsetDateTime(Columns.utc(life.effectiveFrom()))
                .addString(life.draftedBy())
                .addOffsetDateTime(Columns.utc(drafted))
                .addString(life.proposedBy())
                .addOffsetDateTime(Columns.utc(life.proposedAt()))
                .addString(life.publishedBy())
                .addOffsetDateTime(Columns.utc(life.publishedAt()));
    }

    private static TierSetVersion version(Row row) {
        Lifecycle life = new Lifecycle(
                DefinitionStatus.valueOf(row.getString("status")),
                Rows.instantOrNull(row, "effective_from"),
                row.getString("drafted_by"),
                Rows.instant(row, "drafted_at"),
                row.getString("proposed_by"),
                Rows.instantOrNull(row, "proposed_at"),
                row.getString("published_by"),
                Rows.instantOrNull(row, "published_at"));
        return new TierSetVersion(row.getString("code"), row.getInteger("version"), row.getString("document"), life);
    }
}
