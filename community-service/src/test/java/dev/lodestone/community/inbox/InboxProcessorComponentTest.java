package dev.lodestone.community.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.inbox.InboxProcessor;
import dev.lodestone.platform.inbox.RejectedEvent;
import dev.lodestone.platform.inbox.TopicHandler;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.testkit.Api;
import dev.lodestone.testkit.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the inbox of the platform promises to every handler. It is tested here since it needs the database of a service; the handler of the
 * test writes into a table of its own, which would show an effect that happens twice.
 */
@QuarkusTest
class InboxProcessorComponentTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    InboxProcessor inbox;

    private final MemberId member = MemberId.of("crm:" + Ids.next());
    private final Handler handler = new Handler();

    @BeforeAll
    static void createTable() throws SQLException {
        asOwner("create table effect (event_id text not null)");
        asOwner("grant all on effect to public");
    }

    @AfterAll
    static void dropTable() throws SQLException {
        asOwner("drop table effect");
    }

    @Test
    void shouldPassNewEventsInTheirOrderInOneTransaction() {
        List<Event<MemberRegistered>> events = events(3);

        process(records(events));

        assertThat(handler.batches).containsExactly(ids(events));
        assertThat(effects(events)).containsExactlyElementsOf(ids(events));
    }

    @Test
    void shouldHaveAnEffectOnceHoweverOftenAnEventArrives() {
        List<Event<MemberRegistered>> events = events(3);

        process(records(List.of(events.get(0), events.get(1), events.get(0))));
        process(records(events));
        process(records(events));

        assertThat(handler.batches).containsExactly(ids(events.subList(0, 2)), ids(events.subList(2, 3)));
        assertThat(effects(events)).containsExactlyElementsOf(ids(events));
    }

    @Test
    void shouldHaveAnEffectOnceWhenTwoReplicasGetTheSameEventsAtOnce() throws Exception {
        List<Event<MemberRegistered>> events = events(20);

        Api.race(Collections.nCopies(4, () -> {
            process(records(events));
            return true;
        }));

        assertThat(effects(events)).containsExactlyInAnyOrderElementsOf(ids(events));
    }

    @Test
    void shouldSetAsideWhatItsSenderMustMendAndProcessTheOthers() {
        List<Event<MemberRegistered>> events = events(2);

        process(List.of(record(events.getFirst()), record("junk".getBytes(UTF_8)), record(events.getLast())));

        assertThat(effects(events)).containsExactlyElementsOf(ids(events));
        assertThat(setAside()).containsExactly("SENDER unreadable OPEN 1");
    }

    @Test
    void shouldCountASetAsideRecordThatArrivesAgain() {
        process(List.of(record("junk".getBytes(UTF_8))));
        process(List.of(record("junk".getBytes(UTF_8))));

        assertThat(setAside()).containsExactly("SENDER unreadable OPEN 2");
        assertThat(handler.batches).isEmpty();
    }

    @Test
    void shouldHaveTheEffectOfARejectedEventWhenItArrivesAgainAndFits() {
        List<Event<MemberRegistered>> events = events(2);
        handler.rejected.add(events.getFirst().id());

        process(records(events));

        assertThat(effects(events)).containsExactly(events.getLast().id());
        assertThat(setAside()).containsExactly("SENDER does-not-fit OPEN 1");

        handler.rejected.clear();
        process(records(events));

        assertThat(effects(events))
                .containsExactly(events.getLast().id(), events.getFirst().id());
    }

    @Test
    void shouldHaveTheEffectOfACorrectedEventThatFollowsTheWrongOneInItsBatch() {
        List<Event<MemberRegistered>> events = events(2);
        Event<MemberRegistered> wrong = named("wrong", events.getFirst().id());
        handler.wrongNames.add("wrong");

        process(records(List.of(wrong, events.getLast(), wrong, events.getFirst(), events.getFirst())));
        process(records(events));

        assertThat(handler.names)
                .as("the wrong event and another, then the corrected one, and nothing again")
                .containsExactly(List.of("wrong", "Ann"), List.of("Ann"));
        assertThat(effects(events))
                .containsExactly(events.getLast().id(), events.getFirst().id());
        assertThat(setAside()).containsExactly("SENDER does-not-fit OPEN 1");
    }

    @Test
    void shouldSetAsideAnotherEventUnderTheIdOfOneThatHadItsEffect() {
        List<Event<MemberRegistered>> events = events(2);
        Event<MemberRegistered> other = named("Bob", events.getFirst().id());

        process(records(List.of(events.getFirst(), other, events.getLast())));
        process(records(List.of(other, events.getFirst())));

        assertThat(handler.names).containsExactly(List.of("Ann", "Ann"));
        assertThat(setAside()).containsExactly("SENDER id-reused OPEN 2");
    }

    @Test
    void shouldTakeAnEventWrittenInAnotherWayForARepetition() {
        Event<MemberRegistered> event = events(1).getFirst();
        String traced = new String(EventCodec.encode(event), UTF_8)
                .replaceFirst(
                        "\\{",
                        "{ \"traceparent\": \"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\", \"new\": 1, ");

        process(List.of(record(event), record(traced.getBytes(UTF_8))));
        process(List.of(record(traced.getBytes(UTF_8))));

        assertThat(effects(List.of(event))).containsExactly(event.id());
        assertThat(setAside()).isEmpty();
    }

    @Test
    void shouldTryEachVersionOfAnEventUntilOneFits() {
        List<Event<MemberRegistered>> events = events(1);
        String id = events.getFirst().id();
        handler.wrongNames.addAll(List.of("wrong", "worse"));

        process(records(List.of(named("wrong", id), named("worse", id), events.getFirst(), named("late", id))));

        assertThat(effects(events)).containsExactly(id);
        assertThat(handler.batches).hasSize(3);
        assertThat(setAside())
                .containsExactlyInAnyOrder(
                        "SENDER does-not-fit OPEN 1", "SENDER does-not-fit OPEN 1", "SENDER id-reused OPEN 1");
    }

    @Test
    void shouldHaveTheEffectOfACorrectedEventThatArrivesWithTheEventThatShowsTheWrongOne() {
        List<Event<MemberRegistered>> events = events(2);
        Event<MemberRegistered> wrong = named("wrong", events.getFirst().id());
        process(records(List.of(wrong)));
        handler.rejectedLater = new Event<>(wrong.id(), "/crm", member, NOON, wrong.fact(), null, null);

        process(records(events));

        assertThat(handler.batches)
                .containsExactly(ids(events.subList(0, 1)), ids(events.subList(1, 2)), ids(events.subList(0, 1)));
        assertThat(setAside()).containsExactly("SENDER does-not-fit OPEN 1");
        assertThat(Database.texts(
                        "select convert_from(value, 'UTF8')::jsonb #>> '{data,profile,displayName}' from dead_letter where key = ?",
                        (Object) member.toString().getBytes(UTF_8)))
                .containsExactly("wrong");
    }

    @Test
    void shouldFindTheOneRecordThatFailsByADefectAndProcessTheOthersOnce() {
        List<Event<MemberRegistered>> events = events(7);
        String culprit = events.get(4).id();
        handler.failing.add(culprit);

        process(records(events));

        assertThat(effects(events))
                .containsExactlyElementsOf(
                        ids(events).stream().filter(id -> !id.equals(culprit)).toList());
        assertThat(setAside()).containsExactly("US defect OPEN 1");
    }

    @Test
    void shouldHaveTheEffectOfARecordThatFailedOnceTheDefectIsMended() {
        List<Event<MemberRegistered>> events = events(1);
        handler.failing.add(events.getFirst().id());
        process(records(events));
        assertThat(effects(events)).isEmpty();

        handler.failing.clear();
        process(records(events));

        assertThat(effects(events)).containsExactlyElementsOf(ids(events));
    }

    @Test
    void shouldForgiveADefectThatPasses() {
        List<Event<MemberRegistered>> events = events(3);
        handler.failuresLeft = 1;

        process(records(events));

        assertThat(effects(events)).containsExactlyElementsOf(ids(events));
        assertThat(setAside()).isEmpty();
    }

    private void process(List<ConsumerRecord<byte[], byte[]>> records) {
        TopicPartition partition = new TopicPartition(Topic.MEMBERS, 0);
        inbox.process(new ConsumerRecords<>(Map.of(partition, records), Map.of()), handler)
                .await()
                .atMost(PATIENCE);
    }

    private List<Event<MemberRegistered>> events(int count) {
        List<Event<MemberRegistered>> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(named("Ann", Ids.next().toString()));
        }
        return events;
    }

    private Event<MemberRegistered> named(String name, String id) {
        MemberProfile profile = new MemberProfile(name, null, null, null, null, null);
        return new Event<>(id, "/crm", member, NOON, new MemberRegistered(profile), null, null);
    }

    private List<ConsumerRecord<byte[], byte[]>> records(List<Event<MemberRegistered>> events) {
        return events.stream().map(this::record).toList();
    }

    private ConsumerRecord<byte[], byte[]> record(Event<?> event) {
        return record(EventCodec.encode(event));
    }

    private ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>(Topic.MEMBERS, 0, 0, member.toString().getBytes(UTF_8), value);
    }

    private static List<String> ids(List<Event<MemberRegistered>> events) {
        return events.stream().map(Event::id).toList();
    }

    /** The ids of those of {@code events} that had an effect, in the order of the effects. */
    private static List<String> effects(List<Event<MemberRegistered>> events) {
        return Database.texts("select event_id from effect where event_id = any(?) order by ctid", (Object)
                ids(events).toArray(String[]::new));
    }

    private List<String> setAside() {
        return Database.texts(
                "select owner || ' ' || reason || ' ' || state || ' ' || occurrences from dead_letter where key = ?",
                (Object) member.toString().getBytes(UTF_8));
    }

    private static void asOwner(String statement) throws SQLException {
        try (Connection connection = Database.asOwner()) {
            connection.createStatement().execute(statement);
        }
    }

    /** Writes a row for each event that it accepts, also before it fails. */
    private static final class Handler implements TopicHandler {
        private final List<List<String>> batches = Collections.synchronizedList(new ArrayList<>());
        private final List<List<String>> names = Collections.synchronizedList(new ArrayList<>());
        private final Set<String> rejected = new HashSet<>();
        private final Set<String> wrongNames = new HashSet<>();
        private final Set<String> failing = new HashSet<>();
        private int failuresLeft;
        private @Nullable Event<Fact> rejectedLater;

        @Override
        public Set<String> topics() {
            return Set.of(Topic.MEMBERS);
        }

        @Override
        public Uni<List<RejectedEvent>> handle(SqlConnection tx, List<Event<Fact>> events) {
            batches.add(events.stream().map(Event::id).toList());
            names.add(events.stream().map(Handler::name).toList());
            List<Event<Fact>> accepted =
                    events.stream().filter(event -> !isRejected(event)).toList();
            return Columns.of(accepted)
                    .texts(Event::id)
                    .execute(tx, "insert into effect (event_id) select unnest($1::text[])")
                    .invoke(() -> failWhereAsked(events))
                    .replaceWith(() -> Stream.concat(
                                    Stream.ofNullable(takeRejectedLater()),
                                    events.stream().filter(this::isRejected))
                            .map(event -> new RejectedEvent(event, "does-not-fit", "send one that fits"))
                            .toList());
        }

        private boolean isRejected(Event<Fact> event) {
            return rejected.contains(event.id()) || wrongNames.contains(name(event));
        }

        private static String name(Event<Fact> event) {
            return event.fact() instanceof MemberRegistered registered
                    ? String.valueOf(registered.profile().displayName())
                    : "";
        }

        /** The event of an earlier batch that this one shows to be wrong, once. */
        private @Nullable Event<Fact> takeRejectedLater() {
            Event<Fact> event = rejectedLater;
            rejectedLater = null;
            return event;
        }

        private void failWhereAsked(List<Event<Fact>> events) {
            if (events.stream().anyMatch(event -> failing.contains(event.id())) || failuresLeft-- > 0) {
                throw new IllegalStateException("a defect");
            }
        }
    }
}
