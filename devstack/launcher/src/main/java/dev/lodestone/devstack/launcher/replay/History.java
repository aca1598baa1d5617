package dev.lodestone.devstack.launcher.replay;

import dev.lodestone.platform.cloudevents.Event;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/**
 * What is to be replayed.
 *
 * @param events in the order in which they are sent, not empty
 */
public record History(List<Event<?>> events) {
    public History {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to replay");
        }
        events = List.copyOf(events);
    }

    /** The day in UTC of the latest event: what a summary refers to. */
    LocalDate lastDay() {
        return events.stream()
                .map(Event::occurredAt)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
    }

    long members() {
        return events.stream().map(Event::member).distinct().count();
    }
}
