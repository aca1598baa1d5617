package dev.lodestone.recall.contacts;

import dev.lodestone.events.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The current state of a member: the consent, and the profile of the latest change (a time after the arrival counts as the arrival).
 *
 * @param zone IANA time zone of the member's days
 * @param knownAt effective time of the latest change
 * @param eventKey of the latest change; decides between two changes of the same instant
 */
record ContactState(
        MemberId member,
        @Nullable String displayName,
        @Nullable String email,
        String zone,
        Instant knownAt,
        UUID eventKey,
        Consent consent) {

    /** The state once {@code change} has arrived. */
    ContactState after(ContactChange change, Duration clockTolerance) {
        Consent next = consent.after(change, clockTolerance);
        return isNewer(change)
                ? new ContactState(
                        member,
                        change.profile().displayName(),
                        change.profile().email(),
                        change.profile().zone().getId(),
                        change.effectiveAt(),
                        change.eventKey(),
                        next)
                : new ContactState(member, displayName, email, zone, knownAt, eventKey, next);
    }

    private boolean isNewer(ContactChange change) {
        int byTime = change.effectiveAt().compareTo(knownAt);
        return byTime > 0 || byTime == 0 && new MemberId(change.eventKey()).compareTo(new MemberId(eventKey)) > 0;
    }
}
