package dev.lodestone.events.members;

import dev.lodestone.events.Require;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the brand knows of a person.
 *
 * @param displayName may be left out
 * @param email may be left out
 * @param emailConsent whether the person agreed to marketing by email; left out means no
 * @param birthday may be left out
 * @param zone IANA time zone of the person's days; {@code Asia/Shanghai} if left out
 */
public record MemberProfile(
        @Nullable String displayName,
        @Nullable String email,
        Boolean emailConsent,
        @Nullable LocalDate birthday,
        ZoneId zone) {
    private static final ZoneId ZONE_DEFAULT = ZoneId.of("Asia/Shanghai");

    public MemberProfile(
            @Nullable String displayName,
            @Nullable String email,
            @Nullable Boolean emailConsent,
            @Nullable LocalDate birthday,
            @Nullable ZoneId zone) {
        this.displayName = displayName == null ? null : Require.text(displayName, 100, "displayName");
        this.email = email == null ? null : address(email);
        this.emailConsent = emailConsent != null && emailConsent;
        this.birthday = birthday;
        this.zone = zone == null ? ZONE_DEFAULT : zone;
    }

    private static String address(String email) {
        Require.text(email, 254, "email");
        if (email.indexOf('@') < 1
                || email.indexOf('@') == email.length() - 1
                || email.chars().anyMatch(c -> c <= ' ')) {
            throw new IllegalArgumentException("email must be an address such as name@example.com");
        }
        return email;
    }
}
