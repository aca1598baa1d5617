package dev.lodestone.platform.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

        assertThat(contract.violations(contract.sample())).isEmpty();
        assertThat(contract.sample().path("type").asText()).isEqualTo(type.type());
        assertThat(UUID.fromString(contract.sample().path("id").asText()).version())
                .as("version of the sample's id")
                .isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteBackTheSampleAsItWasRead(EventType type) {
        JsonNode sample = new Contract(type).sample();

        Event<Fact> event = EventCodec.decode(Contract.bytes(sample));

        assertThat(event.fact()).isInstanceOf(type.factClass());
        assertThat(Contract.tree(EventCodec.encode(event))).isEqualTo(sample);
        assertThat(EventCodec.decode(EventCodec.encode(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @EnumSource
    void shouldShowEveryOptionalMemberInTheSample(EventType type) {
        Contract contract = new Contract(type);

        for (RecordPlace place : RecordPlace.of(contract)) {
            assertThat(names(place.in(contract.sample())))
                    .as(place.toString())
                    .isEqualTo(place.schema().propertyNames());
        }
        assertThat(names(contract.sample()))
                .isEqualTo(SchemaNode.ofFile("cloudevent.json").propertyNames());
    }

    @ParameterizedTest
    @EnumSource
    void shouldNameInTheSchemaWhatTheRecordHolds(EventType type) {
        for (RecordPlace place : RecordPlace.of(new Contract(type))) {
            Set<String> components = place.components().stream()
                    .map(RecordComponent::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(place.schema().propertyNames()).as(place.toString()).isEqualTo(components);
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
            assertThat(place.schema().required()).as(place.toString()).isEqualTo(refusedWithout);
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

        assertThat(envelope.required()).isEqualTo(refusedWithout);
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadPastMembersOfANewerWriter(EventType type) {
        Contract contract = new Contract(type);
        ObjectNode sample = contract.sample();
        Event<Fact> before = EventCodec.decode(Contract.bytes(sample));
        sample.put("partitionkey", "new");
        RecordPlace.of(contract).forEach(place -> place.in(sample).put("addedLater", 1));

        assertThat(EventCodec.decode(Contract.bytes(sample))).isEqualTo(before);
        assertThat(contract.violations(sample)).isEmpty();
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

        assertThat(listed).isEqualTo(types);
        assertThat(filesIn("samples")).isEqualTo(files);
        assertThat(filesIn("schemas"))
                .isEqualTo(Stream.concat(files.stream(), SHARED.stream()).collect(Collectors.toSet()));
    }

    @Test
    void shouldTitleAndDescribeEveryPlaceOfTheSchemas() {
        assertThat(Arrays.stream(EventType.values())
                        .flatMap(type -> RecordPlace.of(new Contract(type)).stream())
                        .flatMap(place -> place.schema().node().path("properties").properties().stream()))
                .allMatch(property -> property.getValue().hasNonNull("title")
                        && property.getValue().hasNonNull("description"));
    }

    private static boolean isRefusedWithout(ObjectNode sample, String pointer, String name) {
        ((ObjectNode) sample.at(pointer)).remove(name);
        try {
            EventCodec.decode(Contract.bytes(sample));
            return false;
        } catch (UnreadableEventException refused) {
            String reason = String.valueOf(refused.getMessage());
            assertThat(reason).as(name + " is not named by: " + reason).contains(name);
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
