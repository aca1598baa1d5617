package dev.lodestone.points.earning.events;

import java.util.List;

/** Facts in the order in which they were booked; {@code last} is the number of the last one, from which the next page goes on. */
public record RecordedEventPage(List<RecordedEvent> events, long last) {
    public RecordedEventPage {
        events = List.copyOf(events);
    }
}
