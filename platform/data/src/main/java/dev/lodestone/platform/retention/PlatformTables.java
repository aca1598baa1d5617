package dev.lodestone.platform.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The tables that every service has. */
@ApplicationScoped
class PlatformTables implements RetainedTables {
    private final RetentionConfig config;

    PlatformTables(RetentionConfig config) {
        this.config = config;
    }

    @Override
    public List<Retained> retained() {
        return List.of(
                new Retained("inbox", "received_at < $1", config.inbox()),
                new Retained("idempotency_key", "created_at < $1", config.idempotencyKeys()),
                new Retained("dead_letter", "state = 'RESOLVED' and state_at < $1", config.resolvedDeadLetters()),
                new Retained("dead_letter", "state = 'OPEN' and last_at < $1", config.openDeadLetters()),
                new Retained("outbox_quarantine", "quarantined_at < $1", config.quarantinedEvents()));
    }
}
