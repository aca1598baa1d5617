package dev.lodestone.community.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.community.CommunityApi;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
import dev.lodestone.events.community.PostPublished;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.security.Role;
import dev.lodestone.testkit.Api;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bad input and outages: no event is lost, none is processed twice, and none stops the others. */
@QuarkusTest
class IntakeComponentTest {
    private static final String DEAD_LETTERS = CommunityApi.ROOT + "/dead-letters";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    SmallRyeHealthReporter health;

    @Test
    void case15_shouldDeadLetterJunkOfAnySizeUnderAnyKey() {
        // Given
        byte[] junk = new byte[1_048_400];
        Arrays.fill(junk, (byte) 0xff);
        MemberId behind = member();

        // When
        Kafka.sendRaw(Topic.MEMBERS, "\0", junk);
        Kafka.send(Topic.MEMBERS, registered(behind, "Behind the junk"));

        // Then
        awaitName(behind, "Behind the junk");
        Map<String, Object> kept = list("reason", "unreadable").stream()
                .filter(one -> one.get("valueBytes").equals(junk.length))
                .findFirst()
                .orElseThrow();
        assertThat(kept).containsEntry("owner", "SENDER").containsEntry("state", "OPEN");
        assertThat(Kafka.await(
                        Topic.deadLetters(Topic.MEMBERS),
                        1,
                        record -> record.key().equals("\uFFFD")))
                .allSatisfy(copy -> assertThat(copy.value()).hasSizeLessThan(100_000));
    }

    @Test
    void case12_shouldDeadLetterATypeOfAnotherTopicAndAKeyThatIsNotTheSubject() {
        // Given
        MemberId member = member();
        Event<PostPublished> foreign = new Event<>(
                Ids.next().toString(), "/shop", member, now(), new PostPublished(Ids.next(), Ids.next()), null, null);

        // When
        Kafka.send(Topic.MEMBERS, foreign);
        Kafka.sendRaw(Topic.MEMBERS, "crm:other", EventCodec.encode(registered(member, "Wrong")));
        Kafka.send(Topic.MEMBERS, registered(member, "Right"));

        // Then
        awaitName(member, "Right");
        assertThat(reasons(EventCodec.encode(foreign))).isEqualTo("wrong-topic");
        await().atMost(PATIENCE).until(() -> list("reason", "wrong-key").size() == 1);
    }

    @Test
    void case11_shouldProcessTwoEventsWithOneIdFromTwoSources() {
        MemberId first = member();
        MemberId second = member();
        String id = Ids.next().toString();
        MemberRegistered registered = registered(first, "Both").fact();

        Kafka.send(Topic.MEMBERS, new Event<>(id, "/app", first, now(), registered, null, null));
        Kafka.send(Topic.MEMBERS, new Event<>(id, "/shop", second, now(), registered, null, null));

        awaitName(first, "Both");
        awaitName(second, "Both");
    }

    @Test
    void case16_shouldDeadLetterAnEventFromTheFuture() {
        MemberId member = member();
        Instant in2106 = Instant.parse("2106-01-01T00:00:00Z");
        Event<?> future = new Event<>(
                Ids.next().toString(),
                "/crm",
                member,
                in2106,
                registered(member, "Later").fact(),
                null,
                null);

        Kafka.send(Topic.MEMBERS, future);
        Kafka.send(Topic.MEMBERS, registered(member, "Now"));

        awaitName(member, "Now");
        assertThat(reasons(EventCodec.encode(future))).isEqualTo("future-time");
    }

    @Test
    void shouldIsolateADefectAndProcessTheEventOnceWhenItIsRedriven() throws SQLException {
        // Given: a defect that affects one member only.
        String unlucky = "Unlucky " + UUID.randomUUID();
        execute("create function fail_for_one() returns trigger language plpgsql as $$ begin"
                + " if new.display_name = '" + unlucky + "' then raise 'a defect'; end if; return new; end $$");
        execute(
                "create trigger fail_for_one before insert or update on member for each row execute function fail_for_one()");
        MemberId victim = member();
        List<MemberId> others = IntStream.range(0, 20).mapToObj(i -> member()).toList();

        // When
        Kafka.send(
                Topic.MEMBERS,
                IntStream.range(0, 21)
                        .mapToObj(i -> i == 10
                                ? registered(victim, unlucky)
                                : registered(others.get(i > 10 ? i - 1 : i), "Sound"))
                        .toList());

        // Then
        others.forEach(other -> awaitName(other, "Sound"));
        await().atMost(PATIENCE).until(() -> !list("owner", "US").isEmpty());
        Map<String, Object> kept = list("owner", "US").getFirst();
        assertThat(kept).containsEntry("reason", "defect").containsEntry("state", "OPEN");

        // When: the defect is repaired and the event is redriven twice.
        execute("drop trigger fail_for_one on member; drop function fail_for_one()");
        String key = Api.unique("redrive");
        assertThat(redrive(key, Map.of("ids", List.of(kept.get("id"))))).isEqualTo(1);
        awaitName(victim, unlucky);
        await().atMost(PATIENCE)
                .until(() -> "RESOLVED".equals(get(kept.get("id")).getString("state")));

        // Then
        assertThat(redrive(key, Map.of("ids", List.of(kept.get("id")))))
                .as("the first answer again")
                .isEqualTo(1);
        assertThat(redrive(Api.unique("redrive"), Map.of("ids", List.of(kept.get("id")))))
                .isZero();
        assertThat(get(kept.get("id")).getString("state")).isEqualTo("RESOLVED");
    }

    @Test
    void shouldCountAnOccurrenceForEachRepetitionAndEachFailedRedrive() {
        String junk = "no event " + UUID.randomUUID();
        String key = Api.unique("key");
        Kafka.sendRaw(Topic.MEMBERS, key, junk.getBytes(UTF_8));
        Kafka.sendRaw(Topic.MEMBERS, key, junk.getBytes(UTF_8));

        await().atMost(PATIENCE).until(() -> occurrences(junk) == 2);
        assertThat(redrive(Api.unique("redrive"), Map.of("topic", Topic.MEMBERS, "reason", "unreadable")))
                .isPositive();
        await().atMost(PATIENCE).until(() -> occurrences(junk) == 3);
        assertThat(Database.text("select state from dead_letter where value = ?", (Object) junk.getBytes(UTF_8)))
                .isEqualTo("OPEN");
    }

    @Test
    void shouldWaitForTheDatabaseAndThenProcessEveryEvent() throws SQLException {
        // Given: a lock keeps every transaction away from the inbox.
        long before = deadLetters();
        List<MemberId> members = IntStream.range(0, 50).mapToObj(i -> member()).toList();
        try (Connection blocker = Database.asService()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table inbox in access exclusive mode");

            // When
            members.forEach(one -> Kafka.send(Topic.MEMBERS, registered(one, "After the outage")));

            // Then
            await().atMost(PATIENCE).until(() -> health.getReadiness().isDown());
            assertThat(health.getLiveness().isDown()).isFalse();
            blocker.rollback();
        }
        members.forEach(one -> awaitName(one, "After the outage"));
        await().atMost(PATIENCE).until(() -> !health.getReadiness().isDown());
        assertThat(deadLetters()).isEqualTo(before);
    }

    @Test
    void shouldPauseAChannelInsteadOfEmptyingItIntoDeadLetters() {
        // When
        for (int round = 0; round < 3; round++) {
            Map<String, byte[]> junk = new LinkedHashMap<>();
            IntStream.range(0, 1_000).forEach(i -> junk.put(Api.unique("junk"), "junk".getBytes(UTF_8)));
            Kafka.sendRaw(Topic.MEMBERS, junk);
        }

        // Then
        await().atMost(PATIENCE)
                .until(() -> summary().getList("pausedChannels.topic").contains(Topic.MEMBERS));
        MemberId waiting = member();
        Kafka.send(Topic.MEMBERS, registered(waiting, "Waiting"));

        // When: the channel is resumed until all junk is consumed.
        await().atMost(PATIENCE.multipliedBy(2)).until(() -> {
            if (summary().getList("pausedChannels.topic").contains(Topic.MEMBERS)) {
                admin().delete(DEAD_LETTERS + "/paused-channels/" + Topic.MEMBERS)
                        .then()
                        .statusCode(204);
            }
            return "Waiting".equals(name(waiting));
        });
        admin().delete(DEAD_LETTERS + "/paused-channels/" + Topic.TIERS).then().statusCode(404);
    }

    @Test
    void shouldRefuseARedriveWithoutACriterion() {
        admin().header("Idempotency-Key", Api.unique("redrive"))
                .body(Map.of("topic", Topic.MEMBERS))
                .post(DEAD_LETTERS + "/redrive")
                .then()
                .statusCode(400);
        admin().get(DEAD_LETTERS + "/" + Ids.next()).then().statusCode(404);
    }

    private static MemberId member() {
        return MemberId.of("crm:" + UUID.randomUUID());
    }

    private static Event<MemberRegistered> registered(MemberId member, String name) {
        MemberProfile profile = new MemberProfile(name, null, null, null, null, null);
        return new Event<>(Ids.next().toString(), "/crm", member, now(), new MemberRegistered(profile), null, null);
    }

    private String name(MemberId member) {
        return Database.text("select display_name from member where member_id = ?", member.value());
    }

    private void awaitName(MemberId member, String name) {
        await().atMost(PATIENCE).until(() -> name.equals(name(member)));
    }

    private long deadLetters() {
        return Database.number("select count(*) from dead_letter");
    }

    private long occurrences(String value) {
        return Database.number("select coalesce(max(occurrences), 0) from dead_letter where value = ?", (Object)
                value.getBytes(UTF_8));
    }

    private String reasons(byte[] value) {
        return Database.text("select string_agg(reason, ',') from dead_letter where value = ?", (Object) value);
    }

    private static Instant now() {
        return Instant.now().minusSeconds(1);
    }

    private static List<Map<String, Object>> list(String criterion, String value) {
        return admin().queryParam(criterion, value)
                .queryParam("limit", 100)
                .get(DEAD_LETTERS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    private static JsonPath get(Object id) {
        return admin().get(DEAD_LETTERS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath summary() {
        return admin().get(DEAD_LETTERS + "/summary")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int redrive(String key, Map<String, Object> request) {
        return admin().header("Idempotency-Key", key)
                .body(request)
                .post(DEAD_LETTERS + "/redrive")
                .then()
                .statusCode(202)
                .extract()
                .path("requested");
    }

    private static RequestSpecification admin() {
        return Api.as(Tokens.of("ada", Role.DEAD_LETTERS));
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = Database.asOwner()) {
            connection.createStatement().execute(statement);
        }
    }
}
