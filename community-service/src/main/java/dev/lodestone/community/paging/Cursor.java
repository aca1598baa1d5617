package dev.lodestone.community.paging;

import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Base64.Encoder;
import org.jspecify.annotations.Nullable;

/** Where a page ended. Clients hand it back as it is; what stands in it may change at any time. */
public final class Cursor {
    private static final Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Cursor() {}

    public static String of(String key) {
        return ENCODER.encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    public static String of(long number) {
        return of(Long.toString(number));
    }

    /**
     * The key in {@code cursor}, or {@code first} if there is no cursor.
     *
     * @throws ProblemException 400 if it is not one of ours
     */
    public static String key(@Nullable String cursor, String first) {
        if (cursor == null) {
            return first;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            throw notOurs();
        }
    }

    /**
     * The number in {@code cursor}, or {@code first} if there is no cursor.
     *
     * @throws ProblemException 400 if it is not one of ours
     */
    public static long number(@Nullable String cursor, long first) {
        try {
            return Long.parseLong(key(cursor, Long.toString(first)));
        } catch (NumberFormatException foreign) {
            throw notOurs();
        }
    }

    private static ProblemException notOurs() {
        return new ProblemException(
                PlatformProblems.INVALID_REQUEST, "after must be the next of an earlier page, or be left out");
    }
}
