package dev.lodestone.points.ledger.verification;

import static dev.lodestone.points.PointsApi.grant;
import static dev.lodestone.points.PointsApi.perAmount;
import static dev.lodestone.points.PointsApi.post;
import static dev.lodestone.points.PointsApi.publish;
import static dev.lodestone.points.PointsApi.putReward;
import static dev.lodestone.points.PointsApi.redeem;
import static dev.lodestone.points.PointsApi.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.Topic;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.TestEvents;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Verification finds what an attacker with all rights on the database changes in redemptions and orders, as far as sealed postings tell.
 * Runs before most other classes, as {@link AttackComponentTest} does.
 */
@QuarkusTest
@Order(1)
class OrderAttackComponentTest {
    private String subject;
    private MemberId member;

    @BeforeEach
    void newMember() {
        subject = "robbed-orders-" + Ids.next();
        member = Tokens.memberId(subject);
        grant(subject, "POINTS", 1_000);
    }

    @Test
    void attack22_shouldFindRedemptionsThatContradictTheirPostings() throws Exception {
        // Given
        String code = "robbed-" + Ids.next().toString().substring(24);
        String other = "other-" + Ids.next().toString().substring(24);
        putReward(code, 10, null);
        putReward(other, 11, null);
        List<String> bought = IntStream.range(0, 6)
                .mapToObj(n -> redeem(subject, "redeem-" + n, code)
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getString("id"))
                .toList();
        post(subject, "/postings/" + posting(bought.get(4)) + "/reversal", Map.of("note", "not sent"))
                .statusCode(201);
        // What a reward cost is known for each time.
        putReward(code, 20, null);

        try (Tamperer tamperer = new Tamperer().keep("redemption", ofMember())) {
            tamperer.does("update redemption set cost = 1 where id = '" + bought.get(0) + "'");
            tamperer.does("delete from redemption where id = '" + bought.get(1) + "'");
            tamperer.does("update redemption set reversed_at = now() where id = '" + bought.get(2) + "'");
            tamperer.does("update redemption set reward_code = '" + other + "' where id = '" + bought.get(3) + "'");
            tamperer.does("update redemption set reversed_at = null where id = '" + bought.get(4) + "'");
            tamperer.does("insert into redemption (member_id, id, reward_code, cost, redeemed_at) values ('"
                    + member.value() + "', gen_random_uuid(), '" + code + "', 10, now())");

            // When
            JsonPath result = Verifications.verify();

            // Then
            assertThat(result.getString("status")).isEqualTo("TAMPERED");
            assertThat(result.<String>getList("items.kind")).hasSize(6).containsOnly("REDEMPTION_DIFFERS");
            assertThat(result.<String>getList("items.memberId"))
                    .containsOnly(member.value().toString());
            List<String> named = new ArrayList<>(bought.subList(0, 5).stream()
                    .map(OrderAttackComponentTest::posting)
                    .toList());
            named.add(null);
            assertThat(result.<String>getList("items.postingId")).containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void attack23_shouldFindWhatOrdersSayOfTheUnitsThatPaidForThem() throws Exception {
        // Given
        List.of("returned", "deleted", "moved", "fine").forEach(this::spendOn);
        Kafka.send(
                Topic.ORDERS,
                TestEvents.order(member, "fine", 10_000, "NOK"),
                TestEvents.refund(member, "fine", 5_000, "NOK"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Database.number(
                                "select count(*) from posting where kind = 'RETURNED' and member_id = ?",
                                member.value())
                        == 1);

        try (Tamperer tamperer = new Tamperer().keep("order_spend", ofMember())) {
            tamperer.does("update order_spend set returned = 1 where order_id = 'returned' and " + ofMember());
            tamperer.does("delete from order_spend where order_id = 'deleted' and " + ofMember());
            tamperer.does("update order_spend set order_id = 'elsewhere' where order_id = 'moved' and " + ofMember());

            // When
            JsonPath result = Verifications.verify();

            // Then
            assertThat(result.<String>getList("items.kind")).hasSize(3).containsOnly("SPEND_DIFFERS");
            assertThat(String.join("\n", result.getList("items.detail")))
                    .contains("on order returned", "on order deleted", "the order elsewhere has")
                    .doesNotContain("fine");
        }
    }

    @Test
    void attack24_shouldFindOrdersThatContradictTheirPostings() throws Exception {
        // Given
        // In a currency of its own, so that no other test earns by it.
        publish("robbed-orders", 1, rule("brand.order.completed.v1", perAmount(1, 100, "CZK")), "2020-01-01T00:00:00Z");
        List<String> refunded = List.of("refund", "amount", "unnamed", "unreadable", "fine");
        List<Event<?>> events = new ArrayList<>();
        for (String order : List.of("deleted", "key", "time", "uncompleted", "cancelled")) {
            events.add(TestEvents.order(member, order, 10_000, "CZK"));
        }
        events.add(TestEvents.cancellation(member, "cancelled"));
        for (String order : refunded) {
            events.add(TestEvents.order(member, order, 10_000, "CZK"));
            events.add(TestEvents.refund(member, order, 5_000, "CZK"));
        }
        for (String order : List.of("raised", "foreign", "fine-too")) {
            events.add(TestEvents.order(member, order, 10_000, "CZK"));
            events.add(TestEvents.at(
                    TestEvents.NOON.plusSeconds(60),
                    member,
                    new OrderCompleted(order, new Money(20_000, "CZK"), null, null)));
        }
        events.add(TestEvents.order(member, "mark", 10_000, "CZK"));
        Kafka.send(Topic.ORDERS, events);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Database.number(
                                "select count(*) from posting where order_id = 'mark' and member_id = ?",
                                member.value())
                        > 0);

        try (Tamperer tamperer = new Tamperer().keep("purchase", ofMember())) {
            tamper(tamperer, "refund", "refunds = null");
            tamper(tamperer, "amount", "amount_minor = 1000000");
            tamper(tamperer, "unnamed", "awards = '[]'");
            tamper(tamperer, "unreadable", "refunds = '[{\"no\": 1}]'");
            tamper(tamperer, "cancelled", "cancelled_at = null");
            tamper(tamperer, "key", "completion_key = gen_random_uuid()");
            tamper(tamperer, "time", "completed_at = completed_at + interval '1 day'");
            tamper(tamperer, "uncompleted", "completed_at = null, amount_minor = null, currency = null");
            tamper(tamperer, "raised", "awards = jsonb_set(awards, '{0,points}', '90000')");
            tamper(tamperer, "foreign", "awards = jsonb_set(awards, '{0,lots,0}', to_jsonb(gen_random_uuid()))");
            tamperer.does("delete from purchase where order_id = 'deleted' and " + ofMember());

            // When
            JsonPath result = Verifications.verify();

            // Then
            assertThat(result.<String>getList("items.kind")).containsOnly("ORDER_DIFFERS");
            assertThat(result.<String>getList("items.detail").stream()
                            .map(detail -> detail.substring("order ".length(), detail.indexOf(':')))
                            .distinct())
                    .containsExactlyInAnyOrder(
                            "refund",
                            "amount",
                            "unnamed",
                            "unreadable",
                            "cancelled",
                            "key",
                            "time",
                            "uncompleted",
                            "raised",
                            "foreign",
                            "deleted");
        }
    }

    private void tamper(Tamperer tamperer, String order, String change) throws Exception {
        tamperer.does("update purchase set " + change + " where order_id = '" + order + "' and " + ofMember());
    }

    private void spendOn(String order) {
        String hold = post(subject, "/holds", Map.of("amount", 10, "seconds", 600, "orderId", order))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        post(subject, "/holds/" + hold + "/posting", Map.of()).statusCode(200);
    }

    private static String posting(String redemption) {
        return Database.texts("select id from posting where cause_id = ?::uuid", redemption)
                .getFirst();
    }

    private String ofMember() {
        return "member_id = '" + member.value() + "'";
    }
}
