package dev.lodestone.devstack.launcher.replay;

import dev.lodestone.platform.cloudevents.Event;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A chain of noodle restaurants that does not exist, with members who join, eat, talk and drift away; the same at every call. */
final class NoodleBrand {
    static final int MEMBERS = 5_000;
    static final int DAYS = 180;
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private NoodleBrand() {}

    /** All that happened, in the order in which it happened. */
    static History history() {
        List<Event<?>> events = IntStream.rangeClosed(1, MEMBERS)
                .boxed()
                .flatMap(number -> new NoodleMember(number).life().stream())
                .sorted(Comparator.comparing(Event::occurredAt))
                .toList();
        return new History(events);
    }
}
