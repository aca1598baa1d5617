package dev.lodestone.recall.contacts;

import dev.lodestone.events.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * How to address a member now.
 *
 * @param emailConsent whether the member agrees to marketing by email
 */
public record Contact(
        MemberId member,
        @Nullable String displayName,
        @Nullable String email,
        boolean emailConsent) {

    /** The address to write to, or null if there is none or the member does not agree. */
    public @Nullable String emailAddress() {
        return emailConsent ? email : null;
    }
}
