package dev.lodestone.tier.qualification;

import static dev.lodestone.testkit.Api.as;
import static dev.lodestone.tier.TierApi.awaitGrowth;
import static dev.lodestone.tier.TierApi.history;
import static dev.lodestone.tier.TierApi.me;
import static dev.lodestone.tier.TierApi.roadmap;
import static dev.lodestone.tier.TierApi.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.from;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.events.EventType;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import dev.lodestone.tier.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QualificationComponentTest {
    private String subject;
    private MemberId member;

    @BeforeEach
    void newMember() {
        subject = "climber-" + Ids.next();
        member = Tokens.memberId(subject);
    }

    @Test
    void T02_shouldShowTheLadderFromTheLowestLevel() {
        as(Tokens.member(subject))
                .get("/api/tier/v1/levels")
                .then()
                .statusCode(200)
                .body("code", equalTo(List.of("BASIC", "ADVANCED", "PREMIUM")))
                .body("name", equalTo(List.of("普通", "高级", "尊享")))
                .body("threshold", equalTo(List.of(0, 1000, 5000)));
    }

    @Test
    void T03_shouldCountAnOrderOnceWhenItIsDeliveredTenTimes() {
        // Given
        Event<OrderCompleted> order = Events.orderCompleted(member, "same", 99_999);

        // When
        Kafka.send(Topic.ORDERS, Collections.nCopies(10, order));
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "same", 99_999));
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "later", 100));

        // Then
        awaitGrowth(subject, 999 + 1);
    }

    @Test
    void T03_shouldRiseByOrdersAndPublishTheLevelChange() {
        // Given
        Event<OrderCompleted> decisive = Events.orderCompleted(member, "second", 60_000);

        // When
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "first", 40_000), decisive);

        // Then
        awaitGrowth(subject, 1000);
        assertThat(me(subject).getString("level")).isEqualTo("ADVANCED");
        assertThat(me(subject).getString("levelName")).isEqualTo("高级");
        assertThat(Kafka.awaitOf(Topic.TIERS, member.toString(), 2).getLast())
                .returns(new LevelChanged("BASIC", "ADVANCED", true, 1000, 1), from(Event::fact))
                .returns(decisive.id(), from(Event::causationId))
                .returns(Events.NOON, from(Event::occurredAt));
    }

    @Test
    void T03_shouldFallWhenTheOrderIsRefundedOrCancelled() {
        // Given
        Kafka.send(
                Topic.ORDERS,
                Events.orderCompleted(member, "tea", 100_000),
                Events.orderCompleted(member, "cups", 20_000));
        awaitGrowth(subject, 1200);

        // When
        Kafka.send(
                Topic.ORDERS,
                Events.orderRefunded(member, "tea", "R1", 10_000),
                Events.orderRefunded(member, "tea", "R1", 10_000),
                Events.orderCancelled(member, "cups"));

        // Then
        awaitGrowth(subject, 900);
        assertThat(me(subject).getString("level")).isEqualTo("BASIC");
        assertThat(levelChanges(2))
                .isEqualTo(List.of(
                        new LevelChanged("BASIC", "ADVANCED", true, 1000, 1),
                        new LevelChanged("ADVANCED", "BASIC", false, 900, 2)));
    }

    @Test
    void T03_shouldDeductARefundThatArrivesBeforeItsOrder() {
        // Given
        Kafka.send(Topic.ORDERS, Events.orderRefunded(member, "early", "R1", 50_000));
        awaitGrowth(subject, 0);

        // When
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "early", 149_900));

        // Then
        awaitGrowth(subject, 999);
        assertThat(me(subject).getString("level")).isEqualTo("BASIC");
    }

    @Test
    void T03_shouldCountPointsOfActivitiesAndNeverFallByRedeeming() {
        // Given
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "tea", 99_500));
        awaitGrowth(subject, 995);

        // When
        Kafka.send(
                Topic.POINTS,
                Events.pointsEarned(member, 995, EventType.ORDER_COMPLETED),
                Events.pointsEarned(member, 500, EventType.OFFER_ACCEPTED),
                Events.pointsEarned(member, 5, EventType.CHECKED_IN),
                Events.pointsRedeemed(member, 1400),
                Events.pointsEarned(member, 1, EventType.CHECKED_IN));

        // Then
        awaitGrowth(subject, 1001);
        assertThat(me(subject).getString("level")).isEqualTo("ADVANCED");
        assertThat(levelChanges(1)).containsExactly(new LevelChanged("BASIC", "ADVANCED", true, 1000, 1));
    }

    @Test
    void T24_shouldSayWhyTheLevelRoseAndFell() {
        // Given
        Event<OrderCompleted> order = Events.orderCompleted(member, "tea", 100_000);
        Event<OrderRefunded> refund =
                Events.at(Events.NOON.plusSeconds(60), Events.orderRefunded(member, "tea", "R1", 5_000));
        Kafka.send(Topic.ORDERS, order);
        awaitGrowth(subject, 1000);
        Kafka.send(Topic.ORDERS, refund);
        awaitGrowth(subject, 950);

        // When
        JsonPath found = history(subject);

        // Then
        assertThat(found.getList("stays.level")).isEqualTo(List.of("ADVANCED", "BASIC"));
        assertThat(found.getList("steps.reason")).isEqualTo(List.of("ENROLLED", "REACHED", "LOST"));
        assertThat(found.getString("steps[2].text.en")).isEqualTo("Fell from Advanced to Basic: growth missing 50.");
        assertThat(found.getString("steps[2].text.zh")).isEqualTo("由「高级」降为「普通」：growth 还差 50。");
        assertThat(found.getList("decisions.reason")).isEqualTo(List.of("LOST", "REACHED"));
        assertThat(found.getList("decisions.cause")).isEqualTo(List.of(refund.id(), order.id()));
        assertThat(found.getMap("decisions[0].measures[0]"))
                .isEqualTo(Map.of("criterion", "growth", "growth", 950, "threshold", 1000, "missing", 50));
        assertThat(found.getList("facts.amount")).isEqualTo(List.of(-50, 1000));
        assertThat(found.getList("facts.cause")).isEqualTo(List.of("order:tea", "order:tea"));
    }

    @Test
    void T24_shouldTellWhatIsTrueFromWhatWasDecided() {
        // Given
        Kafka.send(Topic.ORDERS, Events.at(Events.NOON.plusSeconds(60), Events.orderCompleted(member, "new", 60_000)));
        awaitGrowth(subject, 600);

        // When: an older order arrives late
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "late", 100_000));
        awaitGrowth(subject, 1600);

        // Then
        JsonPath found = history(subject);
        assertThat(Instant.parse(found.getString("stays.find { it.level == 'ADVANCED' }.from")))
                .as("what is true: the level was reached by the older order")
                .isEqualTo(Events.NOON);
        assertThat(Instant.parse(found.getString("decisions[0].changedAt")))
                .as("what was believed: the level was decided only when it arrived")
                .isAfter(Events.NOON.plusSeconds(60));
    }

    @Test
    void T04_shouldComeToTheSameResultInAnyOrderOfEvents() {
        for (int seed = 0; seed < 5; seed++) {
            // Given
            String shuffled = subject + "-" + seed;
            List<Event<?>> life = life(Tokens.memberId(shuffled));
            Collections.shuffle(life, new Random(seed));

            // When
            Kafka.send(Topic.ORDERS, life);

            // Then
            awaitGrowth(shuffled, 2400 + 600 + 7);
            assertThat(me(shuffled).getString("level")).isEqualTo("ADVANCED");
        }
    }

    @Test
    void T05_shouldUpgradeByAnOrderOfExactlyTheRemainingGrowth() {
        // Given
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "tea", 123_499));
        awaitGrowth(subject, 1234);
        JsonPath before = roadmap(subject);
        long remaining = before.getLong("next.remaining");

        // When
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "almost", (remaining - 1) * 100));
        awaitGrowth(subject, 4999);
        String almost = me(subject).getString("level");
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "exactly", 100));

        // Then
        awaitGrowth(subject, 5000);
        assertThat(before.getString("next.level")).isEqualTo("PREMIUM");
        assertThat(almost).isEqualTo("ADVANCED");
        assertThat(me(subject).getString("level")).isEqualTo("PREMIUM");
        assertThat(roadmap(subject).getMap("next")).isNull();
    }

    @Test
    void T05_shouldShowTheRemainingGrowthForEveryLevel() {
        // Given
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "tea", 25_000));
        awaitGrowth(subject, 250);

        // When
        JsonPath roadmap = roadmap(subject);

        // Then
        assertThat(roadmap.getString("level")).isEqualTo("BASIC");
        assertThat(roadmap.getLong("growth")).isEqualTo(250);
        assertThat(roadmap.getMap("next"))
                .containsEntry("level", "ADVANCED")
                .containsEntry("threshold", 1000)
                .containsEntry("remaining", 750);
        assertThat(roadmap.getMap("next.measures[0]"))
                .isEqualTo(Map.of("criterion", "growth", "growth", 250, "threshold", 1000, "missing", 750));
        assertThat(roadmap.getList("levels.remaining")).isEqualTo(List.of(0, 750, 4750));
        assertThat(roadmap.getList("levels.reached")).isEqualTo(List.of(true, false, false));
        assertThat(as(Tokens.operator())
                        .get("/api/tier/v1/members/" + member + "/roadmap")
                        .jsonPath()
                        .getMap(""))
                .isEqualTo(roadmap.getMap(""));
    }

    @Test
    void shouldCountMembersByLevel() {
        // Given
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "tea", 100));
        awaitGrowth(subject, 1);
        JsonPath before = summary();

        // When
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "gold", 500_000));
        awaitGrowth(subject, 5001);

        // Then
        JsonPath after = summary();
        assertThat(after.getLong("members")).isEqualTo(before.getLong("members"));
        assertThat(after.getLong("byLevel.BASIC")).isEqualTo(before.getLong("byLevel.BASIC") - 1);
        assertThat(after.getLong("byLevel.PREMIUM")).isEqualTo(before.getLong("byLevel.PREMIUM") + 1);
    }

    @Test
    void G03_shouldDeadLetterBadEventsWithTheirReasonAndGoOn() {
        // Given
        String key = member.toString();
        String good = new String(EventCodec.encode(Events.orderCompleted(member, "good", 100)), StandardCharsets.UTF_8);

        // When
        Kafka.sendRaw(Topic.ORDERS, key, bytes("{not json"));
        Kafka.sendRaw(Topic.ORDERS, key, bytes(good.replace("brand.order.completed.v1", "brand.order.dreamt.v1")));
        Kafka.sendRaw(Topic.ORDERS, key, bytes(good.replace("\"amountMinor\":100", "\"amountMinor\":-100")));
        Kafka.sendRaw(Topic.ORDERS, key, bytes(good.replace("\"good\"", "\"\\u0000\"")));
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "sound", 700));

        // Then
        awaitGrowth(subject, 7);
        List<String> reasons =
                Kafka.await(Topic.deadLetters(Topic.ORDERS), 4, record -> key.equals(record.key())).stream()
                        .map(QualificationComponentTest::reason)
                        .toList();
        assertThat(reasons)
                .hasSize(4)
                .anySatisfy(reason -> assertThat(reason).contains("malformed JSON"))
                .anySatisfy(reason -> assertThat(reason).contains("brand.order.dreamt.v1 is not known"))
                .anySatisfy(reason -> assertThat(reason).contains("amountMinor"))
                .anySatisfy(reason -> assertThat(reason).contains("U+0000"));
    }

    @Test
    void G03_shouldDeadLetterAnEventWhoseGrowthOverflows() {
        // When
        Kafka.send(
                Topic.POINTS,
                Events.pointsEarned(member, 1, EventType.CHECKED_IN),
                Events.pointsEarned(member, Long.MAX_VALUE, EventType.CHECKED_IN),
                Events.pointsEarned(member, 2, EventType.CHECKED_IN));

        // Then
        awaitGrowth(subject, 3);
        String key = member.toString();
        assertThat(reason(Kafka.await(Topic.deadLetters(Topic.POINTS), 1, record -> key.equals(record.key()))
                        .getFirst()))
                .contains("ArithmeticException");
    }

    @Test
    void T03_shouldAddUpWhenAllTopicsBringTheSameMembersAtOnce() {
        // Given
        List<String> subjects =
                IntStream.range(0, 20).mapToObj(i -> subject + "-" + i).toList();
        List<MemberId> members = subjects.stream().map(Tokens::memberId).toList();

        // When
        for (int round = 0; round < 5; round++) {
            String orderId = "order-" + round;
            Kafka.send(
                    Topic.ORDERS,
                    members.stream()
                            .map(each -> Events.orderCompleted(each, orderId, 30_000))
                            .toList());
            Kafka.send(
                    Topic.POINTS,
                    members.reversed().stream()
                            .map(each -> Events.pointsEarned(each, 10, EventType.CHECKED_IN))
                            .toList());
            Kafka.send(
                    Topic.MEMBERS,
                    members.stream().map(Events::memberRegistered).toList());
        }

        // Then
        subjects.forEach(each -> awaitGrowth(each, 5 * 300 + 5 * 10));
        assertThat(Database.number("""
                select count(*) from
                    (select level, count(*) as members from member_tier group by level) as counted
                    full join (select level, sum(members) as members from level_population group by level) as kept using (level)
                where coalesce(counted.members, 0) <> coalesce(kept.members, 0)
                """)).isZero();
    }

    private static List<Event<?>> life(MemberId member) {
        return new ArrayList<>(List.of(
                Events.orderCompleted(member, "A", 300_000),
                Events.orderRefunded(member, "A", "R1", 50_000),
                Events.orderRefunded(member, "A", "R2", 10_000),
                Events.orderCompleted(member, "B", 400_000),
                Events.orderCancelled(member, "B"),
                Events.orderCompleted(member, "C", 60_000),
                Events.orderCompleted(member, "D", 60_000),
                Events.orderRefunded(member, "D", "R1", 60_000),
                Events.orderCompleted(member, "E", 799)));
    }

    private List<LevelChanged> levelChanges(int count) {
        Kafka.awaitOf(Topic.TIERS, member.toString(), count + 1);
        return Kafka.now(Topic.TIERS, record -> member.toString().equals(record.key())).stream()
                .map(record -> EventCodec.decode(record.value()).fact())
                .filter(LevelChanged.class::isInstance)
                .map(LevelChanged.class::cast)
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String reason(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("reason").value(), StandardCharsets.UTF_8);
    }
}
