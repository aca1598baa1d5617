package dev.lodestone.platform.cloudevents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Require;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in JSON, structured mode. Safe for use by many threads. */
public final class EventCodec {
    public static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    /** Unknown members are let through, so that a newer writer does not stop an older reader; everything else is strict. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private EventCodec() {}

    /**
     * Reads one event.
     *
     * @throws UnreadableEventException if {@code bytes} is no CloudEvent, or of a type or shape that the suite does not know
     */
    public static Event<Fact> decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new UnreadableEventException("the record has no value");
        }
        try {
            return event(MAPPER.readValue(bytes, Wire.class));
        } catch (JsonProcessingException malformed) {
            throw new UnreadableEventException(reason(malformed));
        } catch (DateTimeException | IllegalArgumentException invalid) {
            throw new UnreadableEventException(String.valueOf(invalid.getMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static byte[] encode(Event<?> event) {
        Wire wire = new Wire(
                "1.0",
                event.id(),
                event.source(),
                EventType.of(event.fact()).type(),
                event.member().toString(),
                event.occurredAt().toString(),
                "application/json",
                event.traceparent(),
                event.causationId(),
                MAPPER.valueToTree(event.fact()));
        try {
            return MAPPER.writeValueAsBytes(wire);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a contract record could not be written", impossible);
        }
    }

    private static Event<Fact> event(@Nullable Wire wire) throws JsonProcessingException {
        if (wire == null || !"1.0".equals(wire.specversion())) {
            throw new IllegalArgumentException("specversion must be 1.0");
        }
        String name = Require.text(wire.type(), 100, "type");
        EventType type = EventType.ofType(name)
                .orElseThrow(() -> new IllegalArgumentException("type " + name + " is not known"));
        MemberId member = MemberId.of(Require.present(wire.subject(), "subject"));
        Instant time =
                OffsetDateTime.parse(Require.present(wire.time(), "time")).toInstant();
        Fact fact = MAPPER.treeToValue(Require.present(wire.data(), "data"), type.factClass());
        return new Event<>(
                Require.present(wire.id(), "id"),
                Require.present(wire.source(), "source"),
                member,
                time,
                Require.present(fact, "data"),
                wire.traceparent(),
                wire.causationid());
    }

    /** A reason that names the place but repeats none of the data, which may be personal. */
    private static String reason(JsonProcessingException failure) {
        if (failure instanceof ValueInstantiationException refused && refused.getCause() != null) {
            return String.valueOf(refused.getCause().getMessage());
        }
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String place = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                    .collect(Collectors.joining("."));
            String problem = mapping instanceof InvalidFormatException
                    ? " has a value of the wrong form"
                    : " is missing or of the wrong kind";
            return place + problem;
        }
        return "not a JSON object of a CloudEvent";
    }
}
