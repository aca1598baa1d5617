package dev.lodestone.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Reads times as ever, but to the microsecond, as the database keeps them; so a time equals itself when it is read back. */
final class StorableTime extends StdScalarDeserializer<OffsetDateTime> {
    private static final long serialVersionUID = 1L;

    StorableTime() {
        super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        OffsetDateTime time = InstantDeserializer.OFFSET_DATE_TIME.deserialize(parser, context);
        return time == null ? time : time.truncatedTo(ChronoUnit.MICROS);
    }
}
