package dev.lodestone.platform.approvals;

import dev.lodestone.platform.retention.Retained;
import dev.lodestone.platform.retention.RetainedTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Deletes proposals a fixed time after they were decided or expired. Until then auditors can see who decided. */
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
