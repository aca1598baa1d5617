package dev.lodestone.recall.contacts;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.members.MemberFact;
import dev.lodestone.events.members.MemberProfile;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How to address a member.
 *
 * @param emailConsent whether the member agreed to marketing by email
 * @param zone IANA time zone of the member's days
 * @param knownAt business time of the event that said so
 * @param eventKey decides between two events of one instant, so that every sequence gives the same result
 */
public record Contact(
        MemberId member,
        @Nullable String displayName,
        @Nullable String email,
        boolean emailConsent,
        String zone,
        Instant knownAt,
        UUID eventKey) {

    /** As the table compares: instants in microseconds, ids by unsigned bytes. */
    static final Comparator<Contact> BY_AGE =
            Comparator.comparing(Contact::knownAt).thenComparing(contact -> new MemberId(contact.eventKey));

    static Contact of(MemberId member, Instant knownAt, UUID eventKey, MemberFact fact) {
        MemberProfile profile = fact.profile();
        return new Contact(
                member,
                profile.displayName(),
                profile.email(),
                profile.emailConsent(),
                profile.zone().getId(),
                knownAt,
                eventKey);
    }

    /** The address to write to, or null if there is none or the member does not agree. */
    public @Nullable String emailAddress() {
        return emailConsent ? email : null;
    }
}
