package dev.lodestone.platform.audit;

import dev.lodestone.platform.ids.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Records actions in a Hibernate session, in its transaction. */
@ApplicationScoped
public class AuditSessionService {
    private final AuditRepository entries;
    private final AuditService audit;

    AuditSessionService(AuditRepository entries, AuditService audit) {
        this.entries = entries;
        this.audit = audit;
    }

    /** Appends {@code entry} in the caller's open transaction. */
    public Uni<Void> record(AuditEntry entry) {
        AuditEntity row = new AuditEntity();
        row.id = Ids.next();
        row.actor = entry.actor();
        row.action = entry.action();
        row.subjectKind = entry.subjectKind();
        row.subjectId = entry.subjectId();
        row.before = audit.write(entry.before());
        row.after = audit.write(entry.after());
        row.reason = entry.reason();
        row.traceId = AuditService.traceId();
        return entries.persist(row).replaceWithVoid();
    }
}
