package dev.lodestone.platform.deadletters.operations;

import dev.lodestone.platform.deadletters.DeadLetterState;
import dev.lodestone.platform.deadletters.FailureOwner;
import dev.lodestone.platform.paging.Cursor;
import dev.lodestone.platform.paging.Page;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dead letters for operators: counted, listed, and marked for redrive. */
@ApplicationScoped
class DeadLetterDesk {
    private static final int GROUPS_MAX = 1_000;
    private static final String COLUMNS = """
            id, topic, partition, record_offset, event_type, reason, detail, owner, state, occurrences, first_at, last_at, state_by,
            coalesce(length(value), 0) as value_bytes""";
    private static final String LIST = "select " + COLUMNS + """
             from dead_letter
            where ($1::text is null or topic = $1) and ($2::text is null or reason = $2) and ($3::text is null or owner = $3)
              and ($4::text is null or state = $4) and ($5::uuid is null or id < $5)
            order by id desc limit $6
            """;
    private static final String FIND = "select " + COLUMNS + ", key, value from dead_letter where id = $1";
    private static final String SUMMARY = """
            select topic, reason, owner, state, count(*) as count, min(first_at) as first_at, max(last_at) as last_at
            from dead_letter group by topic, reason, owner, state order by topic, reason, owner, state limit $1
            """;
    private static final String REQUEST = """
            update dead_letter set state = 'REQUESTED', state_at = $1, state_by = $2
            where state = 'OPEN' and (id = any($3::uuid[]) or topic = $4 and reason = $5)
            """;

    /** The criteria of a list; {@code null} means any. */
    record Filter(
            @Nullable String topic,
            @Nullable String reason,
            @Nullable FailureOwner owner,
            @Nullable DeadLetterState state) {}

    private final Clock clock;

    DeadLetterDesk(Clock clock) {
        this.clock = clock;
    }

    Uni<Page<DeadLetterView>> list(SqlConnection connection, Filter filter, @Nullable UUID after, int limit) {
        Tuple values = Tuple.tuple()
                .addString(filter.topic())
                .addString(filter.reason())
                .addString(filter.owner() == null ? null : filter.owner().name())
                .addString(filter.state() == null ? null : filter.state().name())
                .addUUID(after)
                .addInteger(limit + 1);
        return connection.preparedQuery(LIST).execute(values).map(rows -> {
            List<DeadLetterView> found =
                    rows.stream().map(row -> view(row, false)).toList();
            return Page.of(found, limit, one -> Cursor.of(one.id()));
        });
    }

    /** @throws ProblemException 404 {@code dead-letter-unknown} */
    Uni<DeadLetterView> find(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().findFirst().map(row -> view(row, true)))
                .map(DeadLetterDesk::known);
    }

    Uni<List<DeadLetterSummary.Group>> groups(SqlConnection connection) {
        return connection
                .preparedQuery(SUMMARY)
                .execute(Tuple.of(GROUPS_MAX))
                .map(rows -> rows.stream()
                        .map(row -> new DeadLetterSummary.Group(
                                row.getString("topic"),
                                row.getString("reason"),
                                FailureOwner.valueOf(row.getString("owner")),
                                DeadLetterState.valueOf(row.getString("state")),
                                row.getLong("count"),
                                Rows.instant(row, "first_at"),
                                Rows.instant(row, "last_at")))
                        .toList());
    }

    /** Marks open dead letters; those in redrive or resolved stay unchanged. */
    Uni<RedriveView> request(SqlConnection tx, RedriveRequest request, String actor) {
        UUID[] ids = request.ids() == null ? new UUID[0] : request.ids().toArray(UUID[]::new);
        return tx.preparedQuery(REQUEST)
                .execute(Tuple.tuple()
                        .addOffsetDateTime(Columns.utc(clock.instant()))
                        .addString(actor)
                        .addArrayOfUUID(ids)
                        .addString(request.topic())
                        .addString(request.reason()))
                .map(rows -> new RedriveView(rows.rowCount()));
    }

    private static DeadLetterView known(Optional<DeadLetterView> found) {
        return found.orElseThrow(() -> new ProblemException(
                DeadLettersProblems.DEAD_LETTER_UNKNOWN, "Take an id from the list of dead letters"));
    }

    private static DeadLetterView view(Row row, boolean whole) {
        return new DeadLetterView(
                row.getUUID("id"),
                row.getString("topic"),
                row.getString("topic") + "/" + row.getInteger("partition") + "/" + row.getLong("record_offset"),
                row.getString("event_type"),
                row.getString("reason"),
                row.getString("detail"),
                FailureOwner.valueOf(row.getString("owner")),
                DeadLetterState.valueOf(row.getString("state")),
                row.getLong("occurrences"),
                Rows.instant(row, "first_at"),
                Rows.instant(row, "last_at"),
                row.getString("state_by"),
                row.getInteger("value_bytes"),
                whole ? base64(row, "key") : null,
                whole ? base64(row, "value") : null);
    }

    private static @Nullable String base64(Row row, String column) {
        Buffer bytes = row.get(Buffer.class, column);
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes.getBytes());
    }
}
