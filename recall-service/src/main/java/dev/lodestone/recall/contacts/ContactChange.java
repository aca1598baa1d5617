package dev.lodestone.recall.contacts;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.members.MemberFact;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.platform.cloudevents.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * What an event says of a member's contact data.
 *
 * @param registration whether the member registered by it; a registration that does not agree has nothing to withdraw
 * @param occurredAt business time, by the sender's clock
 * @param receivedAt when it arrived here, by our clock
 * @param eventKey decides between two events of one instant
 */
record ContactChange(
        MemberId member,
        MemberProfile profile,
        boolean registration,
        String source,
        Instant occurredAt,
        Instant receivedAt,
        UUID eventKey) {

    /** The change that {@code event} says; empty if it is about something else. */
    static Optional<ContactChange> of(Event<Fact> event, Instant receivedAt) {
        return event.fact() instanceof MemberFact fact
                ? Optional.of(new ContactChange(
                        event.member(),
                        fact.profile(),
                        fact instanceof MemberRegistered,
                        event.source(),
                        micros(event.occurredAt()),
                        micros(receivedAt),
                        event.key()))
                : Optional.empty();
    }

    boolean agreesToEmail() {
        return profile.emailConsent();
    }

    /** The business time, at most the arrival: nothing has happened after it was reported. */
    Instant effectiveAt() {
        return occurredAt.isAfter(receivedAt) ? receivedAt : occurredAt;
    }

    /** From when on a withdrawal counts, whatever clock was wrong. */
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

    /** The database keeps microseconds; comparing what it cannot keep would make the order of arrival matter. */
    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
