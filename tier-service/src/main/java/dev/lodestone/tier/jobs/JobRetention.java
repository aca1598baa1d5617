package dev.lodestone.tier.jobs;

import dev.lodestone.platform.retention.Retained;
import dev.lodestone.platform.retention.RetainedTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Deletes jobs a fixed time after their end; what they found goes with them. */
@ApplicationScoped
class JobRetention implements RetainedTables {
    private final JobsConfig config;

    JobRetention(JobsConfig config) {
        this.config = config;
    }

    @Override
    public List<Retained> retained() {
        return List.of(new Retained("job", "finished_at < $1", config.keptFor()));
    }
}
