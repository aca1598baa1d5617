package dev.lodestone.events;

import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs as RFC 9562 writes them: 36 characters, of which four are hyphens and the others hexadecimal digits. */
public final class UuidText {
    private static final int LENGTH = 36;

    private UuidText() {}

    /** The UUID that {@code text} is, or {@code null} if it is none; {@link UUID#fromString} alone takes shortened ones too. */
    public static @Nullable UUID parse(String text) {
        if (text.length() != LENGTH) {
            return null;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? text.charAt(i) != '-' : !HexFormat.isHexDigit(text.charAt(i))) {
                return null;
            }
        }
        return UUID.fromString(text);
    }
}
