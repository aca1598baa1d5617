package dev.lodestone.platform.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lodestone.events.EventType;
import dev.lodestone.events.Topic;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The AsyncAPI document is well formed and says of topics and events what the code says. */
class AsyncApiTest {
    private final AsyncApi document = AsyncApi.published();

    @Test
    void shouldKeepToTheClosedSubsetOfAsyncApi() {
        assertThat(Contract.violations("asyncapi-subset.json", document.root())).isEmpty();
    }

    @Test
    void shouldFailWhenAMemberIsMisspelt() {
        JsonNode spoilt = document.root().deepCopy();
        ((ObjectNode) spoilt.at("/channels/orders")).put("adress", "orders");

        assertThat(Contract.violations("asyncapi-subset.json", spoilt)).hasSize(1);
    }

    @Test
    void shouldResolveEveryReference() {
        Set<AsyncApi> seen = new HashSet<>();
        Deque<AsyncApi> files = new ArrayDeque<>(List.of(document));
        while (!files.isEmpty()) {
            AsyncApi file = files.pop();
            if (seen.add(file)) {
                file.references().forEach(file::resolve);
                files.addAll(file.referencedFiles());
            }
        }
        assertThat(seen).as("the schema files were followed").hasSizeGreaterThan(EventType.values().length);
    }

    @Test
    void shouldNameEveryTopicAndItsDeadLetters() throws IllegalAccessException {
        Set<String> expected = new HashSet<>();
        for (Field topic : Topic.class.getFields()) {
            String name = (String) topic.get(null);
            expected.add(name);
            expected.add(Topic.deadLetters(String.valueOf(name)));
        }

        Set<String> documented =
                channels().map(channel -> channel.path("address").asText()).collect(Collectors.toSet());

        assertThat(documented).isEqualTo(expected);
        assertThat(channels().count()).as("a topic stands twice").isEqualTo(expected.size());
    }

    @Test
    void shouldDescribeTheEventsOfTheCodeAndNoOthers() {
        Set<String> expected =
                Arrays.stream(EventType.values()).map(EventType::type).collect(Collectors.toSet());
        expected.add("dead-letter");
        List<String> documented = document.root()
                .at("/components/messages")
                .valueStream()
                .map(message -> message.path("name").asText())
                .toList();

        assertThat(Set.copyOf(documented)).isEqualTo(expected);
        assertThat(documented).as("an event stands twice").hasSameSizeAs(expected);
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendEachEventByItsTopicAlone(EventType type) {
        List<String> addresses = channels()
                .filter(channel -> document.messageNames(channel).contains(type.type()))
                .map(channel -> channel.path("address").asText())
                .toList();

        assertThat(addresses).isEqualTo(List.of(type.topic()));
    }

    @ParameterizedTest
    @EnumSource
    void shouldPointEachEventToItsOwnSchemaAndSample(EventType type) {
        JsonNode message = document.root()
                .at("/components/messages")
                .valueStream()
                .filter(one -> one.path("name").asText().equals(type.type()))
                .findFirst()
                .orElseThrow();
        JsonNode properties = message.at("/payload/allOf/1/properties");

        assertThat(properties.at("/type/const").asText()).isEqualTo(type.type());
        assertThat(properties.at("/data/$ref").asText()).endsWith("/schemas/" + type.type() + ".json");
        assertThat(message.path("x-sample").asText()).endsWith("/samples/" + type.type() + ".json");
        assertThat(Files.isRegularFile(document.beside(message.path("x-sample").asText())))
                .isTrue();
        assertThat(message.path("title"))
                .as("title of the schema")
                .isEqualTo(Contract.schemaFile(type.type() + ".json").path("title"));
    }

    @Test
    void shouldPutOnlyDeadLettersInTheTopicsOfDeadLetters() {
        channels()
                .filter(channel -> channel.path("address").asText().endsWith(".dlq"))
                .forEach(channel -> assertThat(document.messageNames(channel)).isEqualTo(List.of("dead-letter")));
    }

    @Test
    void shouldSayHowRecordsAreKeyedAndWhatTheyHold() {
        JsonNode trait = document.root().at("/components/messageTraits/event");

        assertThat(trait.at("/bindings/kafka/key/format").asText()).isEqualTo("uuid");
        assertThat(trait.at("/headers/properties/content-type/const").asText()).isEqualTo(EventCodec.CONTENT_TYPE);
    }

    @Test
    void shouldHaveAnOperationForEveryChannel() {
        Set<String> used = document.root()
                .path("operations")
                .valueStream()
                .map(operation -> operation.at("/channel/$ref").asText())
                .collect(Collectors.toSet());

        assertThat(used)
                .isEqualTo(document.root()
                        .path("channels")
                        .propertyStream()
                        .map(channel -> "#/channels/" + channel.getKey())
                        .collect(Collectors.toSet()));
    }

    private Stream<JsonNode> channels() {
        return document.root().path("channels").valueStream();
    }
}
