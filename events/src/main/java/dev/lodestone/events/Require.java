package dev.lodestone.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that the contract records share; each failure names the field and says what it should be. */
public final class Require {
    private static final int ATTRIBUTES_MAX = 50;

    private Require() {}

    /** Returns {@code value}, or fails with "{@code field} is missing". */
    public static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    /** Returns {@code value} if it has 1 to {@code lengthMax} characters and is not blank; every one must be storable. */
    public static String text(@Nullable String value, int lengthMax, String field) {
        String text = present(value, field);
        if (text.isBlank()) {
            throw new IllegalArgumentException(field + " must have 1 to " + lengthMax + " characters");
        }
        return textOrEmpty(text, lengthMax, field);
    }

    /** As {@link #text}, but the empty text and blanks will do. */
    public static String textOrEmpty(@Nullable String value, int lengthMax, String field) {
        String text = present(value, field);
        if (text.codePointCount(0, text.length()) > lengthMax) {
            throw new IllegalArgumentException(field + " must have at most " + lengthMax + " characters");
        }
        if (!storable(text)) {
            throw new IllegalArgumentException(field + " must not hold U+0000 or half a surrogate pair");
        }
        return text;
    }

    /** Returns {@code value} if it lies between {@code min} and {@code max}, both included. */
    public static long between(long value, long min, long max, String field) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    field + " must be between " + min + " and " + max + ", but was " + value);
        }
        return value;
    }

    /** Returns {@code attributes}, none if left out: at most 50, names of 1 to 50 and values of 0 to 500 characters. */
    public static Map<String, String> attributes(@Nullable Map<String, String> attributes) {
        if (attributes == null) {
            return Map.of();
        }
        if (attributes.size() > ATTRIBUTES_MAX) {
            throw new IllegalArgumentException("attributes must be at most " + ATTRIBUTES_MAX);
        }
        attributes.forEach((name, value) -> {
            text(name, 50, "attributes, the name of one,");
            textOrEmpty(value, 500, "attributes, the value of one,");
        });
        return Map.copyOf(attributes);
    }

    /** Whether {@code text} can be kept: PostgreSQL cannot keep U+0000, and half a surrogate pair has no UTF-8: better refused here than stuck behind. */
    public static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean pair = i + 1 < text.length() && Character.isSurrogatePair(character, text.charAt(i + 1));
            if (character == 0 || Character.isSurrogate(character) && !pair) {
                return false;
            }
            i += pair ? 1 : 0;
        }
        return true;
    }
}
