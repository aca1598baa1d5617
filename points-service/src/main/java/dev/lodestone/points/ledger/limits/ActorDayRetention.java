package dev.lodestone.points.ledger.limits;

import dev.lodestone.platform.retention.Retained;
import dev.lodestone.platform.retention.RetainedTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Deletes old daily totals of actors. A total limits its own day only; it is kept longer so that operators can look back. */
@ApplicationScoped
class ActorDayRetention implements RetainedTables {
    private final ActorDayConfig config;

    ActorDayRetention(ActorDayConfig config) {
        this.config = config;
    }

    @Override
    public List<Retained> retained() {
        return List.of(new Retained("actor_day", "day < ($1::timestamptz at time zone 'UTC')::date", config.keptFor()));
    }
}
