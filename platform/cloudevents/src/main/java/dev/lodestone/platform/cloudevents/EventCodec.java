package dev.lodestone.platform.cloudevents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Require;
import dev.lodestone.events.Rfc3339;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in JSON, structured mode. Safe for use by many threads. */
public final class EventCodec {
    public static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    /** Unknown members are let through, so that a newer writer does not stop an older reader; everything else is strict. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            // Of two members with one name the last would count without a word.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .addModule(new JavaTimeModule())
            .addModule(StrictScalars.module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withCoercionConfig(LogicalType.Textual, EventCodec::refuseScalars)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    /** Only for what a contract record holds: a number that fits no {@code long} would count as malformed here. */
    private static final ObjectMapper FIELDS_MAPPER = MAPPER.copy().enable(DeserializationFeature.USE_LONG_FOR_INTS);

    private static final ObjectWriter CANONICAL_FACT =
            MAPPER.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

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
            return event(wire(bytes));
        } catch (IllegalArgumentException invalid) {
            throw new UnreadableEventException(String.valueOf(invalid.getMessage()));
        }
    }

    /** Writes one event; what {@link #decode} reads back is equal to it. */
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
                MAPPER.getNodeFactory().pojoNode(event.fact()));
        try {
            return MAPPER.writeValueAsBytes(wire);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a contract record could not be written", impossible);
        }
    }

    /**
     * CRC-32C of what an event says: its type, member, time and data, however its sender wrote them. Two events with one key and
     * different checksums are not the same event. Trace context and cause are not part of it, since a repetition may have others.
     */
    public static int checksum(Event<?> event) {
        String type = EventType.of(event.fact()).type();
        CRC32C checksum = new CRC32C();
        checksum.update(
                (type + '\0' + event.member() + '\0' + event.occurredAt() + '\0').getBytes(StandardCharsets.UTF_8));
        try {
            checksum.update(CANONICAL_FACT.writeValueAsBytes(event.fact()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a contract record could not be written", impossible);
        }
        return (int) checksum.getValue();
    }

    /** The data of an event alone, as JSON. */
    public static String encodeFact(Fact fact) {
        try {
            return MAPPER.writeValueAsString(fact);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a contract record could not be written", impossible);
        }
    }

    /**
     * Reads what {@link #encodeFact} wrote.
     *
     * @throws UnreadableEventException if {@code data} is no JSON object of the shape of {@code type}
     */
    public static Fact decodeFact(String data, EventType type) {
        try {
            return fact(MAPPER.readTree(data), type);
        } catch (JsonProcessingException malformed) {
            throw new UnreadableEventException("data is " + JsonFault.of(malformed));
        } catch (IllegalArgumentException invalid) {
            throw new UnreadableEventException(String.valueOf(invalid.getMessage()));
        }
    }

    /** The members of the data of an event by name: texts, {@code Long}s, booleans, lists and maps of such. */
    public static Map<String, Object> fields(Fact fact) {
        return FIELDS_MAPPER.convertValue(fact, FIELDS);
    }

    private static Wire wire(byte[] bytes) {
        refuseOtherEncodings(bytes);
        try {
            Wire wire = MAPPER.readValue(bytes, Wire.class);
            return Require.present(wire, "the record's JSON object");
        } catch (JsonMappingException mismatch) {
            throw new UnreadableEventException(
                    JsonFault.isCauseOf(mismatch)
                            ? JsonFault.of(mismatch)
                            : reason(mismatch, "the record must be one JSON object and nothing else"));
        } catch (JsonProcessingException malformed) {
            throw new UnreadableEventException(JsonFault.of(malformed));
        } catch (IOException undecodable) {
            throw new UnreadableEventException("the record is not UTF-8 text");
        }
    }

    /** The parser would guess UTF-16 and UTF-32 by their zero bytes; the contract knows UTF-8 alone. */
    private static void refuseOtherEncodings(byte[] bytes) {
        for (int i = 0; i < Math.min(4, bytes.length); i++) {
            if (bytes[i] == 0) {
                throw new UnreadableEventException("the record is not UTF-8 text");
            }
        }
    }

    private static Event<Fact> event(Wire wire) {
        if (!"1.0".equals(wire.specversion())) {
            throw new IllegalArgumentException("specversion must be 1.0");
        }
        EventType type = type(Require.present(wire.type(), "type"));
        return new Event<>(
                Require.present(wire.id(), "id"),
                Require.present(wire.source(), "source"),
                MemberId.of(Require.present(wire.subject(), "subject")),
                time(Require.present(wire.time(), "time")),
                fact(Require.present(wire.data(), "data"), type),
                traceparent(wire.traceparent()),
                wire.causationid());
    }

    private static EventType type(String name) {
        return EventType.ofType(name).orElseThrow(() -> {
            String which = TYPE.matcher(name).matches() ? " " + name : "";
            return new IllegalArgumentException("type" + which + " is not known");
        });
    }

    private static Instant time(String text) {
        try {
            return Rfc3339.time(text);
        } catch (Rfc3339.YearOutOfRangeException outOfRange) {
            throw new IllegalArgumentException("time must be in the years 0001 to 9999 of UTC", outOfRange);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "time must be an RFC 3339 time with its offset, such as 2026-03-01T12:30:00+08:00", wrong);
        }
    }

    private static Fact fact(JsonNode data, EventType type) {
        try {
            return Require.present(MAPPER.treeToValue(data, type.factClass()), "data");
        } catch (JsonProcessingException refused) {
            throw new UnreadableEventException(reason(refused, "data must be a JSON object"));
        }
    }

    /** A trace context that is not well formed is to be ignored, says W3C; it is no reason to lose the event. */
    private static @Nullable String traceparent(@Nullable String text) {
        return text != null && TRACEPARENT.matcher(text).matches() ? text : null;
    }

    /** A reason that names the place but repeats none of the data, which may be personal; {@code otherwise} if there is no place. */
    private static String reason(JsonProcessingException failure, String otherwise) {
        String place = failure instanceof JsonMappingException mapping ? place(mapping) : "";
        if (failure instanceof ValueInstantiationException refused
                && refused.getCause() instanceof IllegalArgumentException invalid) {
            return (place.isEmpty() ? "" : place + ".") + invalid.getMessage();
        }
        if (place.isEmpty()) {
            return otherwise;
        }
        return place
                + (failure instanceof InvalidFormatException
                        ? " has a value of the wrong form"
                        : " is missing or of the wrong kind");
    }

    /** The way to the member at fault, such as {@code items.0.sku}. */
    private static String place(JsonMappingException mapping) {
        return mapping.getPath().stream().map(EventCodec::step).collect(Collectors.joining("."));
    }

    /** Names that a writer chose, those of a map, are data too. */
    private static String step(JsonMappingException.Reference step) {
        if (step.getFrom() instanceof Map) {
            return "*";
        }
        return step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName();
    }

    private static void refuseScalars(MutableCoercionConfig texts) {
        texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }
}
