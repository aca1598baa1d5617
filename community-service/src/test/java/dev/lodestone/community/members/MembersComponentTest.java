package dev.lodestone.community.members;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.community.CommunityApi;
import dev.lodestone.community.Events;
import dev.lodestone.events.Topic;
import dev.lodestone.events.community.PostPublished;
import dev.lodestone.events.members.MemberFact;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.events.members.MemberUpdated;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.testkit.Api;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MembersComponentTest {
    private static final Instant NOON = Instant.parse("2026-03-08T12:00:00Z");

    private String alice;

    @BeforeEach
    void newMember() {
        alice = Api.unique("alice");
    }

    @Test
    void shouldShowTheNameOfAMembersProfileBesideTheirPosts() {
        send(NOON, new MemberRegistered(Events.profile("Alice")));
        awaitName("Alice");
        UUID circle = CommunityApi.circle();
        CommunityApi.join(alice, circle).statusCode(200);

        CommunityApi.publish(alice, circle, "Hello", Api.unique("key"))
                .statusCode(201)
                .body("author.displayName", equalTo("Alice"));
        CommunityApi.page(alice, "/circles/" + circle + "/posts", null, 20)
                .body("items[0].author.displayName", equalTo("Alice"));
    }

    @Test
    void shouldKeepTheNewestProfileWhenEventsArriveOutOfOrder() {
        send(NOON.plusSeconds(60), new MemberUpdated(Events.profile("Alice Second")));
        awaitName("Alice Second");
        send(NOON, new MemberRegistered(Events.profile("Alice First")));
        send(
                NOON.plusSeconds(120),
                new MemberUpdated(new MemberProfile(null, null, null, null, ZoneId.of("Asia/Tokyo"), null)));

        await().atMost(30, SECONDS).until(() -> "Asia/Tokyo".equals(zone()));
        assertThat(name()).isNull();
    }

    @Test
    void shouldAcceptTheProfileOfAMemberWhoHasCheckedInBefore() {
        CommunityApi.checkIn(alice).then().statusCode(200);

        send(Instant.EPOCH, new MemberRegistered(Events.profile("Alice")));

        awaitName("Alice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json                                        | malformed JSON",
                "{}                                              | specversion",
                "{\"specversion\": \"1.0\", \"type\": \"brand.member.vanished.v1\"} | vanished"
            })
    void shouldDeadLetterBytesThatAreNoEventAndGoOn(String bytes, String reason) {
        Kafka.sendRaw(Topic.MEMBERS, key(), bytes.getBytes(UTF_8));
        send(NOON, new MemberRegistered(Events.profile("Afterwards")));

        awaitName("Afterwards");
        ConsumerRecord<String, byte[]> dead = deadLetter();
        assertThat(dead.value()).isEqualTo(bytes.getBytes(UTF_8));
        assertThat(header(dead, "reason")).contains(reason);
        assertThat(header(dead, "origin")).startsWith("members/");
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, Mars/Olympus, zone", "Alice, A\\u0000, displayName"})
    void shouldDeadLetterAProfileWithAnInvalidValue(String right, String wrong, String reason) {
        String event = new String(
                EventCodec.encode(
                        Events.at(NOON, Tokens.memberId(alice), new MemberRegistered(Events.profile("Alice")))),
                UTF_8);
        Kafka.sendRaw(Topic.MEMBERS, key(), event.replace(right, wrong).getBytes(UTF_8));

        assertThat(header(deadLetter(), "reason")).contains(reason);
    }

    @Test
    void shouldDeadLetterAnEventOfAnotherTopicAndKeepItsNeighbours() {
        UUID id = Ids.next();
        Kafka.send(
                Topic.MEMBERS,
                Events.at(NOON, Tokens.memberId(alice), new MemberRegistered(Events.profile("Before"))),
                Events.at(NOON, Tokens.memberId(alice), new PostPublished(id, id)),
                Events.at(NOON, Tokens.memberId(alice), new MemberUpdated(Events.profile("After"))));

        awaitName("After");
        assertThat(header(deadLetter(), "reason")).contains("wrong-topic");
    }

    private void send(Instant occurredAt, MemberFact fact) {
        Kafka.send(Topic.MEMBERS, Events.at(occurredAt, Tokens.memberId(alice), fact));
    }

    private void awaitName(String name) {
        await().atMost(30, SECONDS).until(() -> name.equals(name()));
    }

    private String name() {
        return Database.text(
                "select display_name from member where member_id = ?",
                Tokens.memberId(alice).value());
    }

    private String zone() {
        return Database.text(
                "select zone from member where member_id = ?",
                Tokens.memberId(alice).value());
    }

    private String key() {
        return Tokens.memberId(alice).toString();
    }

    private ConsumerRecord<String, byte[]> deadLetter() {
        return Kafka.await(Topic.deadLetters(Topic.MEMBERS), 1, record -> key().equals(record.key()))
                .getFirst();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
