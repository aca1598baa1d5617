package dev.lodestone.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import dev.lodestone.events.Require;
import java.io.IOException;

/** Reads texts as ever, but refuses those with U+0000 or half a surrogate pair. */
final class StorableText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    StorableText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && !Require.storable(text)) {
            throw context.weirdStringException(text, String.class, "it must not hold U+0000 or half a surrogate pair");
        }
        return text;
    }
}
