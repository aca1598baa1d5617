package dev.lodestone.platform.audit.trail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lodestone.events.UuidText;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.paging.Cursor;
import dev.lodestone.platform.paging.Page;
import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists audit entries in the order of their transactions, the newest first. */
@ApplicationScoped
class AuditTrail {
    private static final String LIST = """
            select id, tx::text as tx, recorded_at, actor, action, subject_kind, subject_id, state_before, state_after, reason, trace_id
            from audit_entry
            where (tx, id) < ($1::text::xid8, $2::uuid) and ($3::text is null or actor = $3) and ($4::text is null or subject_kind = $4)
              and ($5::text is null or subject_id = $5)
            order by tx desc, id desc limit $6
            """;

    private final Json json;

    /** The criteria of a list; {@code null} means any. */
    record Filter(
            @Nullable String actor,
            @Nullable String subjectKind,
            @Nullable String subjectId) {}

    /** Where an entry is; a page ends with one. */
    private record Place(String tx, UUID id) {
        private static final Place END = new Place("18446744073709551615", new UUID(-1, -1));

        static Place of(@Nullable String cursor) {
            if (cursor == null) {
                return END;
            }
            String[] parts = Cursor.key(cursor, "").split(" ", -1);
            UUID id = parts.length == 2 ? UuidText.parse(parts[1]) : null;
            if (id == null || !parts[0].matches("[0-9]{1,19}")) {
                throw new ProblemException(
                        PlatformProblems.INVALID_REQUEST, "after must be the value of next from an earlier page");
            }
            return new Place(parts[0], id);
        }

        String cursor() {
            return Cursor.of(tx + " " + id);
        }
    }

    private record Entry(Place place, AuditEntryView view) {}

    AuditTrail(Json json) {
        this.json = json;
    }

    /** @throws ProblemException 400 {@code invalid-request} if {@code after} is no cursor */
    Uni<Page<AuditEntryView>> list(SqlConnection connection, Filter filter, @Nullable String after, int limit) {
        Place place = Place.of(after);
        Tuple values = Tuple.of(place.tx(), place.id())
                .addString(filter.actor())
                .addString(filter.subjectKind())
                .addString(filter.subjectId())
                .addInteger(limit + 1);
        return connection
                .preparedQuery(LIST)
                .execute(values)
                .map(rows -> Page.of(
                                rows.stream().map(this::entry).toList(),
                                limit,
                                last -> last.place().cursor())
                        .map(Entry::view));
    }

    private Entry entry(Row row) {
        return new Entry(
                new Place(row.getString("tx"), row.getUUID("id")),
                new AuditEntryView(
                        row.getUUID("id"),
                        Rows.instant(row, "recorded_at"),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject_kind"),
                        row.getString("subject_id"),
                        state(row.getString("state_before")),
                        state(row.getString("state_after")),
                        row.getString("reason"),
                        row.getString("trace_id")));
    }

    private @Nullable JsonNode state(@Nullable String text) {
        return text == null ? null : json.tree(text);
    }
}
