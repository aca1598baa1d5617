package dev.lodestone.platform.cloudevents;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.lodestone.events.Rfc3339;
import dev.lodestone.events.UuidText;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;

/** Times, dates and UUIDs as the contract spells them, and no other way: Jackson by itself also takes numbers, arrays and Base64. */
final class StrictScalars {
    private StrictScalars() {}

    static SimpleModule module() {
        return new SimpleModule("strict-scalars")
                .addDeserializer(Instant.class, new Text<>(Instant.class, Rfc3339::time))
                .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, Rfc3339::date))
                .addDeserializer(UUID.class, new Text<>(UUID.class, StrictScalars::uuid));
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
