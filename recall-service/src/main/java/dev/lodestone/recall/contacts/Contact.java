package dev.lodestone.recall.contacts;

import dev.lodestone.events.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * The current contact data of a member.
 *
 * @param emailConsent whether the member consents to marketing by email
 */
public record Contact(
        MemberId member,
        @Nullable String displayName,
        @Nullable String email,
        boolean emailConsent) {

    /** The email address, or null if there is none or the member does not consent. */
    public @Nullable String emailAddress() {
        return emailConsent ? email : null;
    }
}
