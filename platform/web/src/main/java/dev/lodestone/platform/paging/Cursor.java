package dev.lodestone.platform.paging;

import dev.lodestone.events.Require;
import dev.lodestone.events.UuidText;
import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Base64.Encoder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Marks the end of a page. Clients send a cursor back unchanged; its content may change at any time. */
public final class Cursor {
    private static final Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Cursor() {}

    /** The cursor of a page that ends with {@code key}. */
    public static String of(String key) {
        return ENCODER.encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor of a page that ends with {@code number}. */
    public static String of(long number) {
        return of(Long.toString(number));
    }

    /** The cursor of a page that ends with {@code id}. */
    public static String of(UUID id) {
        return of(id.toString());
    }

    /**
     * The key in {@code cursor}, or {@code first} if there is no cursor. A database can keep the key.
     *
     * @throws ProblemException 400 {@code invalid-request} if it is not a cursor of this service
     */
    public static String key(@Nullable String cursor, String first) {
        return cursor == null ? first : decoded(cursor);
    }

    /**
     * The number in {@code cursor}, or {@code first} if there is no cursor.
     *
     * @throws ProblemException 400 {@code invalid-request} if it is not a cursor of this service
     */
    public static long number(@Nullable String cursor, long first) {
        try {
            return cursor == null ? first : Long.parseLong(decoded(cursor));
        } catch (NumberFormatException invalid) {
            throw invalidCursor();
        }
    }

    /**
     * The id in {@code cursor}; {@code null} if there is no cursor.
     *
     * @throws ProblemException 400 {@code invalid-request} if it is not a cursor of this service
     */
    public static @Nullable UUID id(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        UUID id = UuidText.parse(decoded(cursor));
        if (id == null) {
            throw invalidCursor();
        }
        return id;
    }

    private static String decoded(String cursor) {
        String key;
        try {
            key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            throw invalidCursor();
        }
        if (!Require.storable(key)) {
            throw invalidCursor();
        }
        return key;
    }

    private static ProblemException invalidCursor() {
        return new ProblemException(
                PlatformProblems.INVALID_REQUEST,
                "after must be the value of next from an earlier page, or be left out");
    }
}
