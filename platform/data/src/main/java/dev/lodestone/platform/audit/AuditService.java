package dev.lodestone.platform.audit;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.json.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Records actions in the transaction of their effect: both are stored or neither. */
@ApplicationScoped
public class AuditService {
    private static final String ADD = """
            insert into audit_entry (id, actor, action, subject_kind, subject_id, state_before, state_after, reason, trace_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;

    private final Json json;

    AuditService(Json json) {
        this.json = json;
    }

    /** Appends {@code entry}. Not idempotent by itself: call it within an effect that an idempotency key guards. */
    public Uni<Void> record(SqlConnection tx, AuditEntry entry) {
        Tuple values = Tuple.tuple()
                .addUUID(Ids.next())
                .addString(entry.actor())
                .addString(entry.action())
                .addString(entry.subjectKind())
                .addString(entry.subjectId())
                .addString(write(entry.before()))
                .addString(write(entry.after()))
                .addString(entry.reason())
                .addString(traceId());
        return tx.preparedQuery(ADD).execute(values).replaceWithVoid();
    }

    @Nullable String write(@Nullable Object state) {
        return state == null ? null : json.write(state);
    }

    static @Nullable String traceId() {
        Object traceId = MDC.get("traceId");
        return traceId == null ? null : traceId.toString();
    }
}
