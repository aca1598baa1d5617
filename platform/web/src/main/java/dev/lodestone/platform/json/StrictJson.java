package dev.lodestone.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Amounts are whole numbers: 10.5, "10" or true in the place of one is refused instead of turned into one. So are texts that no database
 * can keep, and an object with two members of one name, of which the last would count without a word. Times are cut to what a database
 * keeps, and times and days outside its range are refused.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {
    /** After the framework has registered its own reader of times, which would win otherwise. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation") // A customizer gets the finished mapper, which has no builder any more.
    public void customize(ObjectMapper mapper) {
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        mapper.registerModule(new SimpleModule("storable")
                .addDeserializer(String.class, new StorableText())
                .addDeserializer(LocalDate.class, new StorableDay())
                .addDeserializer(OffsetDateTime.class, new StorableTime()));
    }
}
