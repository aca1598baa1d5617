package dev.lodestone.platform.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is accepted can be written and read again: an order keeps its refunds as events, and one that cannot be read would block it. */
class EventRoundTripPropertyTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private record Place(String pointer, String name, Class<?> type) {}

    @Property
    void shouldReadBackEveryTimeThatItAccepts(
            @ForAll EventType type, @ForAll("times") String time, @ForAll("texts") String text) {
        ObjectNode event = new Contract(type).sample();
        event.put("time", time);
        if (!text.isBlank()) {
            event.put("id", text).put("source", text).put("causationid", text);
        }

        assertRoundTrip(event);
    }

    @Property
    void shouldReadBackEveryMemberThatItAccepts(
            @ForAll EventType type,
            @ForAll int which,
            @ForAll("times") String time,
            @ForAll("dates") String date,
            @ForAll("texts") String text,
            @ForAll long number) {
        Contract contract = new Contract(type);
        ObjectNode event = contract.sample();
        List<Place> places = places(contract);
        if (!places.isEmpty()) {
            Place place = places.get(Math.floorMod(which, places.size()));
            ObjectNode object = (ObjectNode) event.at(place.pointer());
            object.set(place.name(), value(place.type(), object.path(place.name()), time, date, text, number));
        }

        assertRoundTrip(event);
    }

    private static void assertRoundTrip(ObjectNode event) {
        Event<Fact> accepted;
        try {
            accepted = EventCodec.decode(Contract.bytes(event));
        } catch (UnreadableEventException refused) {
            return;
        }
        assertThat(EventCodec.decode(EventCodec.encode(accepted))).isEqualTo(accepted);
        EventType type = EventType.of(accepted.fact());
        assertThat(EventCodec.decodeFact(EventCodec.encodeFact(accepted.fact()), type))
                .isEqualTo(accepted.fact());
    }

    private static List<Place> places(Contract contract) {
        List<Place> places = new ArrayList<>();
        RecordPlace.of(contract)
                .forEach(place -> place.components()
                        .forEach(one -> places.add(new Place(place.pointer(), one.getName(), one.getType()))));
        return places;
    }

    /** A value of the kind of the member; what is neither time, date, text nor number stays. */
    private static JsonNode value(Class<?> type, JsonNode before, String time, String date, String text, long number) {
        if (type == Instant.class) {
            return JSON.textNode(time);
        }
        if (type == LocalDate.class) {
            return JSON.textNode(date);
        }
        if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
            return JSON.numberNode(number);
        }
        boolean fixed = type.isEnum() || type == UUID.class || type == MemberId.class;
        return before.isTextual() && !fixed ? JSON.textNode(text) : before;
    }

    @Provide
    static Arbitrary<String> times() {
        return Combinators.combine(dates(), offsets(), Arbitraries.of("", ".5", ".000001", ".999999999"))
                .flatAs((date, offset, fraction) -> Arbitraries.of("00:00:00", "12:30:00", "23:59:59")
                        .map(time -> date + "T" + time + fraction + offset));
    }

    @Provide
    static Arbitrary<String> dates() {
        Arbitrary<Integer> years = Arbitraries.oneOf(
                Arbitraries.of(0, 1, 2, 1582, 1969, 1970, 2026, 9998, 9999),
                Arbitraries.integers().between(0, 9999));
        return Combinators.combine(years, Arbitraries.of("01-01", "02-28", "12-31"))
                .as((year, day) -> "%04d-%s".formatted(year, day));
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.strings().all().ofMaxLength(30);
    }

    private static Arbitrary<String> offsets() {
        return Arbitraries.of("Z", "+18:00", "-18:00", "+00:01", "-00:01", "+08:00");
    }
}
