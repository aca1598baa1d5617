package dev.lodestone.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import dev.lodestone.platform.time.TimeRange;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Reads times to the microsecond, as the database stores them; so a time equals itself when it is read back. Refuses a time outside {@link
 * TimeRange}, which the database cannot store.
 */
final class StorableTime extends StdScalarDeserializer<OffsetDateTime> {
    private static final long serialVersionUID = 1L;

    StorableTime() {
        super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        OffsetDateTime time = InstantDeserializer.OFFSET_DATE_TIME.deserialize(parser, context);
        if (time != null && !TimeRange.contains(time.toInstant())) {
            throw context.weirdStringException(parser.getText(), OffsetDateTime.class, "it must be " + TimeRange.TEXT);
        }
        return time == null ? time : time.truncatedTo(ChronoUnit.MICROS);
    }
}
