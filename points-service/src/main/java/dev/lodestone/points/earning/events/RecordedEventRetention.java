package dev.lodestone.points.earning.events;

import dev.lodestone.platform.retention.Retained;
import dev.lodestone.platform.retention.RetainedTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Recorded events are kept for as long as people may ask why. */
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
