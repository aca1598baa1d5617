package dev.lodestone.points.approvals;

import dev.lodestone.platform.retention.Retained;
import dev.lodestone.platform.retention.RetainedTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Proposals on which nobody can decide any more are kept for as long as people may ask who decided what. */
@ApplicationScoped
class ProposalRetention implements RetainedTables {
    private final ApprovalsConfig config;

    ProposalRetention(ApprovalsConfig config) {
        this.config = config;
    }

    @Override
    public List<Retained> retained() {
        return List.of(new Retained("proposal", "coalesce(decided_at, expires_at) < $1", config.keptFor()));
    }
}
