package dev.lodestone.platform.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored entry. The database adds the time and the transaction. */
@Entity
@Table(name = "audit_entry")
class AuditEntity {
    @Id
    UUID id;

    String actor;

    String action;

    @Column(name = "subject_kind")
    String subjectKind;

    @Column(name = "subject_id")
    String subjectId;

    @Column(name = "state_before")
    @Nullable String before;

    @Column(name = "state_after")
    @Nullable String after;

    @Nullable String reason;

    @Column(name = "trace_id")
    @Nullable String traceId;
}
