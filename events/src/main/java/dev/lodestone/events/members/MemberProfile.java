package dev.lodestone.events.members;

import dev.lodestone.events.Require;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the brand knows of a person.
 *
 * @param displayName may be left out
 * @param email may be left out
 * @param emailConsent whether the person agreed to marketing by email; left out means no
 * @param birthday may be left out
 * @param zone IANA time zone of the person's days; {@code Asia/Shanghai} if left out
 * @param attributes whatever else the brand knows, at most 50, names of 1 to 50 and values of 0 to 500 characters; may be left out
 */
public record MemberProfile(
        @Nullable String displayName,
        @Nullable String email,
        Boolean emailConsent,
        @Nullable LocalDate birthday,
        ZoneId zone,
        Map<String, String> attributes) {
    private static final ZoneId ZONE_DEFAULT = ZoneId.of("Asia/Shanghai");

    public MemberProfile(
            @Nullable String displayName,
            @Nullable String email,
            @Nullable Boolean emailConsent,
            @Nullable LocalDate birthday,
            @Nullable ZoneId zone,
            @Nullable Map<String, String> attributes) {
        this.displayName = displayName == null ? null : Require.text(displayName, 100, "displayName");
        this.email = email == null ? null : address(email);
        this.emailConsent = emailConsent != null && emailConsent;
        this.birthday = birthday;
        this.zone = zone == null ? ZONE_DEFAULT : zone;
        this.attributes = Require.attributes(attributes);
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
