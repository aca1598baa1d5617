package dev.lodestone.platform.cloudevents;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.lodestone.events.UuidText;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Times, dates and UUIDs as the contract spells them, and no other way: Jackson by itself also takes numbers, arrays and Base64. */
final class StrictScalars {
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private StrictScalars() {}

    /**
     * Reads a time with its offset, such as {@code 2026-03-01T12:30:00+08:00}.
     *
     * @throws DateTimeException if {@code text} is none
     */
    static Instant time(String text) {
        if (!TIME.matcher(text).matches()) {
            throw new DateTimeException("not an RFC 3339 time");
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    static SimpleModule module() {
        return new SimpleModule("strict-scalars")
                .addDeserializer(Instant.class, new Text<>(Instant.class, StrictScalars::time))
                .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, StrictScalars::date))
                .addDeserializer(UUID.class, new Text<>(UUID.class, StrictScalars::uuid));
    }

    private static LocalDate date(String text) {
        if (!DATE.matcher(text).matches()) {
            throw new DateTimeException("not an RFC 3339 date");
        }
        return LocalDate.parse(text);
    }

    private static UUID uuid(String text) {
        UUID uuid = UuidText.parse(text);
        if (uuid == null) {
            throw new IllegalArgumentException("not a UUID");
        }
        return uuid;
    }

    /** Reads a JSON string by {@code reader}, and refuses all else. */
    private static final class Text<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> reader;

        private Text(Class<T> type, Function<String, T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            String text = parser.getText();
            try {
                return reader.apply(text);
            } catch (DateTimeException | IllegalArgumentException wrong) {
                return (T) context.handleWeirdStringValue(handledType(), text, "not of the contract's form");
            }
        }
    }
}
