package dev.lodestone.events;

import org.jspecify.annotations.Nullable;

/** Checks that the contract records share; each failure names the field and says what it should be. */
public final class Require {
    private Require() {}

    /** Returns {@code value}, or fails with "{@code field} is missing". */
    public static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    /** Returns {@code value} if it has 1 to {@code lengthMax} characters and is not blank. */
    public static String text(@Nullable String value, int lengthMax, String field) {
        String text = present(value, field);
        if (text.isBlank() || text.length() > lengthMax) {
            throw new IllegalArgumentException(field + " must have 1 to " + lengthMax + " characters");
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
}
