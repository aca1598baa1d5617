package dev.lodestone.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import dev.lodestone.platform.time.TimeRange;
import java.io.IOException;
import java.time.LocalDate;

/** Reads days, and refuses a day outside {@link TimeRange}, which the database cannot store. */
final class StorableDay extends StdScalarDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    StorableDay() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        LocalDate day = LocalDateDeserializer.INSTANCE.deserialize(parser, context);
        if (day != null && !TimeRange.contains(day)) {
            throw context.weirdStringException(parser.getText(), LocalDate.class, "it must be " + TimeRange.TEXT);
        }
        return day;
    }
}
