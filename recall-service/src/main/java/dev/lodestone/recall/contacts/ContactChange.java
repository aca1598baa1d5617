package dev.lodestone.recall.contacts;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.members.MemberFact;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.platform.cloudevents.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of a member's contact data by an event.
 *
 * @param registration whether the event is a registration; a registration without consent withdraws nothing
 * @param occurredAt business time, by the sender's clock
 * @param receivedAt when it arrived here, by our clock
 * @param eventKey decides between two events of the same instant
 */
record ContactChange(
        MemberId member,
        MemberProfile profile,
        boolean registration,
        String source,
        Instant occurredAt,
        Instant receivedAt,
        UUID eventKey) {

    /** The change by {@code event}; empty if the event does not change contact data. */
    static Optional<ContactChange> of(Event<Fact> event, Instant receivedAt) {
        return event.fact() instanceof MemberFact fact
                ? Optional.of(new ContactChange(
                        event.member(),
                        fact.profile(),
                        fact instanceof MemberRegistered,
                        event.source(),
                        event.occurredAt(),
                        receivedAt,
                        event.key()))
                : Optional.empty();
    }

    boolean agreesToEmail() {
        return profile.emailConsent();
    }

    /** The business time, at most the arrival: nothing happens after it is reported. */
    Instant effectiveAt() {
        return occurredAt.isAfter(receivedAt) ? receivedAt : occurredAt;
    }

    /** The time from which a withdrawal counts, even if a clock is wrong. */
    Instant withdrawnAt() {
        return occurredAt.isAfter(receivedAt) ? occurredAt : receivedAt;
    }

    /**
     * Whether the change certainly happened after {@code instant}. A clock that is ahead by more than {@code tolerance} proves nothing; one
     * that is ahead by less may be wrong by as much.
     */
    boolean certainlyAfter(Instant instant, Duration tolerance) {
        if (!occurredAt.isAfter(receivedAt)) {
            return occurredAt.isAfter(instant);
        }
        Instant latest = receivedAt.plus(tolerance);
        return !occurredAt.isAfter(latest) && occurredAt.minus(tolerance).isAfter(instant);
    }
}
