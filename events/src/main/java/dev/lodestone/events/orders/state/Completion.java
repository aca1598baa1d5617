package dev.lodestone.events.orders.state;

import dev.lodestone.events.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * The completion that decides what an order is worth: of all completions of the order the one with the newest business time.
 *
 * @param at its business time, to the microsecond
 * @param key of its event
 * @param source who published it
 * @param total what the member paid
 * @param firstAt business time of the order's first completion: when the order took place, however often its amount is corrected later
 */
public record Completion(Instant at, UUID key, String source, Money total, Instant firstAt) {
    Completion with(Completion other) {
        Completion newest = isNewerThan(other) ? this : other;
        Instant first = firstAt.isBefore(other.firstAt) ? firstAt : other.firstAt;
        return new Completion(newest.at, newest.key, newest.source, newest.total, first);
    }

    private boolean isNewerThan(Completion other) {
        int time = at.compareTo(other.at);
        return time != 0 ? time > 0 : key.toString().compareTo(other.key.toString()) > 0;
    }
}
