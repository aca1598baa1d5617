package dev.lodestone.platform.parameter;

import dev.lodestone.events.Rfc3339;
import dev.lodestone.events.UuidText;
import dev.lodestone.platform.time.TimeRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How texts become values of one type.
 *
 * @param expected what a text must be, as a caller reads it
 * @param reader fails with {@link IllegalArgumentException} or {@link DateTimeException}
 */
record ParameterType(String expected, Function<String, Object> reader) {
    /** The platform's own reading would also take a plus sign and the digits of other scripts. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,19}");

    private static final ParameterType INT = new ParameterType(
            "must be a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE,
            text -> Math.toIntExact(wholeNumber(text)));
    private static final ParameterType LONG = new ParameterType(
            "must be a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE, ParameterType::wholeNumber);
    private static final ParameterType BOOLEAN = new ParameterType("must be true or false", ParameterType::truth);

    private static final Map<Class<?>, ParameterType> KNOWN = Map.of(
            int.class, INT,
            Integer.class, INT,
            long.class, LONG,
            Long.class, LONG,
            boolean.class, BOOLEAN,
            Boolean.class, BOOLEAN,
            UUID.class,
                    new ParameterType(
                            "must be a UUID such as 0192f0c1-2f4a-7c11-8f00-000000000001", ParameterType::uuid),
            LocalDate.class,
                    new ParameterType("must be a day such as 2026-01-31, " + TimeRange.TEXT, ParameterType::day),
            Instant.class,
                    new ParameterType(
                            "must be an instant such as 2026-01-31T00:00:00Z or 2026-01-31T08:00:00%2B08:00, "
                                    + TimeRange.TEXT,
                            ParameterType::instant));

    /** How {@code type} is read; empty for a type that is left to the framework. */
    static Optional<ParameterType> of(Class<?> type) {
        return type.isEnum() ? Optional.of(ofConstants(type)) : Optional.ofNullable(KNOWN.get(type));
    }

    private static ParameterType ofConstants(Class<?> type) {
        Map<String, Object> constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), Function.identity()));
        String names = constants.keySet().stream().sorted().collect(Collectors.joining(", "));
        return new ParameterType("must be one of " + names, text -> oneOf(constants, text));
    }

    private static Object oneOf(Map<String, Object> constants, String text) {
        return Optional.ofNullable(constants.get(text)).orElseThrow(IllegalArgumentException::new);
    }

    private static long wholeNumber(String text) {
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
        return Long.parseLong(text);
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static LocalDate day(String text) {
        LocalDate day = Rfc3339.date(text);
        if (!TimeRange.contains(day)) {
            throw new IllegalArgumentException();
        }
        return day;
    }

    private static Instant instant(String text) {
        Instant time = Rfc3339.time(text);
        if (!TimeRange.contains(time)) {
            throw new IllegalArgumentException();
        }
        return time;
    }

    private static UUID uuid(String text) {
        return Optional.ofNullable(UuidText.parse(text)).orElseThrow(IllegalArgumentException::new);
    }
}
