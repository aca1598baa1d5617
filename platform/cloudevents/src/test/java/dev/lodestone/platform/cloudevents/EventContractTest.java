package dev.lodestone.platform.cloudevents;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Schema, sample, record and codec of every event say the same; a new event fails here until it has its files. */
class EventContractTest {
    private static final Set<String> SHARED = Set.of("cloudevent.json", "money.json", "member-profile.json");

    @ParameterizedTest
    @EnumSource
    void shouldAcceptTheSampleByItsSchemas(EventType type) {
        Contract contract = new Contract(type);

        assertEquals(List.of(), contract.violations(contract.sample()));
        assertEquals(type.type(), contract.sample().path("type").asText());
        assertEquals(7, UUID.fromString(contract.sample().path("id").asText()).version(), "version of the sample's id");
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteBackTheSampleAsItWasRead(EventType type) {
        JsonNode sample = new Contract(type).sample();

        Event<Fact> event = EventCodec.decode(Contract.bytes(sample));

        assertInstanceOf(type.factClass(), event.fact());
        assertEquals(sample, Contract.tree(EventCodec.encode(event)));
        assertEquals(event, EventCodec.decode(EventCodec.encode(event)));
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowEveryOptionalMemberInTheSample(EventType type) {
        Contract contract = new Contract(type);

        for (RecordPlace place : RecordPlace.of(contract)) {
            assertEquals(place.schema().propertyNames(), names(place.in(contract.sample())), place.toString());
        }
        assertEquals(SchemaNode.ofFile("cloudevent.json").propertyNames(), names(contract.sample()));
    }

    @ParameterizedTest
    @EnumSource
    void shouldNameInTheSchemaWhatTheRecordHolds(EventType type) {
        for (RecordPlace place : RecordPlace.of(new Contract(type))) {
            Set<String> components = place.components().stream()
                    .map(RecordComponent::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(components, place.schema().propertyNames(), place.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldRequireInTheSchemaWhatTheCodecRequires(EventType type) {
        Contract contract = new Contract(type);

        for (RecordPlace place : RecordPlace.of(contract)) {
            Set<String> refusedWithout = place.schema().propertyNames().stream()
                    .filter(name -> isRefusedWithout(contract.sample(), place.pointer(), name))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(refusedWithout, place.schema().required(), place.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldRequireInTheEnvelopeWhatTheCodecRequires(EventType type) {
        Contract contract = new Contract(type);
        SchemaNode envelope = SchemaNode.ofFile("cloudevent.json");

        Set<String> refusedWithout = envelope.propertyNames().stream()
                .filter(name -> isRefusedWithout(contract.sample(), "", name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(refusedWithout, envelope.required());
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadPastMembersOfANewerWriter(EventType type) {
        Contract contract = new Contract(type);
        ObjectNode sample = contract.sample();
        Event<Fact> before = EventCodec.decode(Contract.bytes(sample));
        sample.put("partitionkey", "new");
        RecordPlace.of(contract).forEach(place -> place.in(sample).put("addedLater", 1));

        assertEquals(before, EventCodec.decode(Contract.bytes(sample)));
        assertEquals(List.of(), contract.violations(sample));
    }

    @Test
    void shouldListEveryTypeInTheEnvelopeAndHaveNoOtherFiles() throws IOException {
        Set<String> types =
                Arrays.stream(EventType.values()).map(EventType::type).collect(Collectors.toSet());
        Set<String> files = types.stream().map(type -> type + ".json").collect(Collectors.toSet());
        Set<String> listed = new TreeSet<>();
        SchemaNode.ofFile("cloudevent.json")
                .property("type")
                .node()
                .path("enum")
                .forEach(t -> listed.add(t.asText()));

        assertEquals(types, listed);
        assertEquals(files, filesIn("samples"));
        assertEquals(Stream.concat(files.stream(), SHARED.stream()).collect(Collectors.toSet()), filesIn("schemas"));
    }

    @Test
    void shouldTitleAndDescribeEveryPlaceOfTheSchemas() {
        assertAll(Arrays.stream(EventType.values())
                .flatMap(type -> RecordPlace.of(new Contract(type)).stream())
                .flatMap(place -> place.schema().node().path("properties").properties().stream())
                .map(property -> () -> assertTrue(
                        property.getValue().hasNonNull("title")
                                && property.getValue().hasNonNull("description"),
                        property.toString())));
    }

    private static boolean isRefusedWithout(ObjectNode sample, String pointer, String name) {
        ((ObjectNode) sample.at(pointer)).remove(name);
        try {
            EventCodec.decode(Contract.bytes(sample));
            return false;
        } catch (UnreadableEventException refused) {
            String reason = String.valueOf(refused.getMessage());
            assertTrue(reason.contains(name), name + " is not named by: " + reason);
            return true;
        }
    }

    private static Set<String> names(ObjectNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> filesIn(String folder) throws IOException {
        Path root = Path.of(System.getProperty("lodestone.root"), "events/src/main/resources", Contract.FOLDER, folder);
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
