package dev.lodestone.points.earning.events;

import java.util.List;

/** Events in the order of processing. {@code last} is the number of the last one; the next page starts after it. */
public record RecordedEventPage(List<RecordedEvent> events, long last) {
    public RecordedEventPage {
        events = List.copyOf(events);
    }
}
