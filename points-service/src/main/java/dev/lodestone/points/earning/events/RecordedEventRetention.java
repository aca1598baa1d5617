package dev.lodestone.points.earning.events;

import dev.lodestone.platform.retention.Retained;
import dev.lodestone.platform.retention.RetainedTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Deletes recorded events after the time in which members can ask for an explanation. */
@ApplicationScoped
class RecordedEventRetention implements RetainedTables {
    private final RecordedEventsConfig config;

    RecordedEventRetention(RecordedEventsConfig config) {
        this.config = config;
    }

    @Override
    public List<Retained> retained() {
        return List.of(new Retained("fact", "booked_at < $1", config.keptFor()));
    }
}
