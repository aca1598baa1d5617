package dev.lodestone.recall.profile;

import static dev.lodestone.recall.Brand.ZONE;
import static dev.lodestone.recall.Brand.noon;
import static dev.lodestone.recall.RecallApi.asOperator;
import static dev.lodestone.recall.RecallApi.awaitOrders;
import static dev.lodestone.recall.RecallApi.lifecycle;
import static dev.lodestone.recall.RecallApi.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.Topic;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.recall.Brand;
import dev.lodestone.recall.SmtpServer;
import dev.lodestone.testkit.Dose;
import dev.lodestone.testkit.Kafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The lifecycle counts all members, so its test has the years before 2000 for itself. */
@QuarkusTest
@QuarkusTestResource(SmtpServer.class)
class ProfileComponentTest {
    private static final LifecycleRule RULE = new LifecycleRule(30, 60, 180);
    private static final LocalDate START = LocalDate.of(1997, 1, 1);
    private static final int MEMBERS = Dose.of(60, 1_000);

    /** A member as the test knows them: the days of the orders that count, and what was paid net of refunds. */
    private static final class Customer {
        private final MemberId id;
        private final TreeSet<Instant> orders = new TreeSet<>();
        private long amountMinor;

        Customer(MemberId id) {
            this.id = id;
        }
    }

    @Test
    void R04_shouldPutEveryMemberInOneStateOnAnyDayAsARecountDoes() {
        // Given: orders, refunds and cancellations of half the orders, delivered late, twice and in any sequence
        Random random = new Random(97);
        List<Event<Fact>> events = new ArrayList<>();
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            customers.add(customer("lifecycle-" + i, random, events));
        }
        List<Event<Fact>> delivered = new ArrayList<>(events);
        delivered.addAll(events.subList(0, events.size() / 3));
        Collections.shuffle(delivered, random);

        // When
        Kafka.send(Topic.ORDERS, delivered);
        customers.forEach(customer -> awaitOrders(customer.id, customer.orders.size()));

        // Then
        for (LocalDate asOf = START; asOf.isBefore(START.plusDays(700)); asOf = asOf.plusDays(23)) {
            assertLifecycle(asOf, customers);
        }
        customers.forEach(ProfileComponentTest::assertProfile);
    }

    private static Customer customer(String name, Random random, List<Event<Fact>> events) {
        Customer customer = new Customer(Brand.member(name));
        int orders = 1 + random.nextInt(5);
        for (int i = 0; i < orders; i++) {
            String orderId = name + "-" + i;
            Instant at = START.atStartOfDay(ZONE)
                    .plusMinutes(random.nextInt(500 * 24 * 60))
                    .toInstant();
            events.add(Brand.order(customer.id, orderId, at, 1000));
            switch (i == 0 ? 0 : random.nextInt(4)) {
                case 1 -> {
                    events.add(Brand.refund(customer.id, orderId, orderId, at.plusSeconds(60), 400));
                    customer.orders.add(at);
                    customer.amountMinor += 600;
                }
                case 2 -> events.add(Brand.cancellation(customer.id, orderId, at.plusSeconds(60)));
                default -> {
                    customer.orders.add(at);
                    customer.amountMinor += 1000;
                }
            }
        }
        return customer;
    }

    private static void assertLifecycle(LocalDate asOf, List<Customer> customers) {
        Map<LifecycleState, Integer> expected = new EnumMap<>(LifecycleState.class);
        for (Customer customer : customers) {
            List<LocalDate> days = customer.orders.stream()
                    .map(at -> LocalDate.ofInstant(at, ZONE))
                    .filter(day -> !day.isAfter(asOf))
                    .toList();
            if (!days.isEmpty()) {
                expected.merge(RULE.stateOn(asOf, days.getFirst(), days.getLast()), 1, Integer::sum);
            }
        }
        JsonPath answer = lifecycle(asOf);
        for (LifecycleState state : LifecycleState.values()) {
            assertThat(answer.getInt("byState." + state))
                    .as(state + " on " + asOf)
                    .isEqualTo(expected.getOrDefault(state, 0));
        }
        assertThat(answer.getInt("members"))
                .isEqualTo(
                        expected.values().stream().mapToInt(Integer::intValue).sum());
    }

    private static void assertProfile(Customer customer) {
        JsonPath profile = profile(customer.id).statusCode(200).extract().jsonPath();
        assertThat(Instant.parse(profile.getString("firstOrderAt"))).isEqualTo(customer.orders.getFirst());
        assertThat(Instant.parse(profile.getString("lastOrderAt"))).isEqualTo(customer.orders.getLast());
        assertThat(profile.getLong("amountMinor")).isEqualTo(customer.amountMinor);
        assertThat(profile.getString("currency")).isEqualTo("CNY");
        assertThat(profile.getString("lifecycle")).isEqualTo("CHURNED");
    }

    @Test
    void shouldKeepAmountsOfDifferentCurrenciesApart() {
        MemberId member = Brand.member("traveller");

        Kafka.send(
                Topic.ORDERS,
                Brand.order(member, "tr-2", noon(LocalDate.of(2021, 5, 2)), new Money(700, "JPY")),
                Brand.order(member, "tr-1", noon(LocalDate.of(2021, 5, 1)), new Money(1000, "USD")),
                Brand.order(member, "tr-3", noon(LocalDate.of(2021, 5, 3)), new Money(500, "USD")));

        awaitOrders(member, 3);
        profile(member)
                .body("currency", equalTo("USD"))
                .body("amountMinor", equalTo(1500))
                .body("otherAmounts.currency", equalTo(List.of("JPY")))
                .body("otherAmounts.amountMinor", equalTo(List.of(700)));
    }

    @Test
    void shouldForgetAnOrderThatIsCancelledLater() {
        // Given
        MemberId member = Brand.member("regretful");
        Instant first = noon(LocalDate.of(2021, 5, 1));
        Instant second = noon(LocalDate.of(2021, 6, 1));
        Kafka.send(Topic.ORDERS, Brand.order(member, "rg-1", first, 1000), Brand.order(member, "rg-2", second, 2000));
        awaitOrders(member, 2);

        // When
        Kafka.send(Topic.ORDERS, Brand.cancellation(member, "rg-2", second));
        awaitOrders(member, 1);

        // Then
        profile(member).body("lastOrderAt", equalTo(first.toString())).body("amountMinor", equalTo(1000));
        Kafka.send(Topic.ORDERS, Brand.cancellation(member, "rg-1", second));
        awaitOrders(member, 0);
        profile(member).body("lastOrderAt", nullValue()).body("lifecycle", nullValue());
    }

    @Test
    void G03_shouldSetBadEventsAsideWithTheirReasonAndGoOn() {
        // Given
        MemberId member = Brand.member("unlucky");
        String key = member.toString();
        Instant at = noon(LocalDate.of(2021, 5, 1));

        // When
        Kafka.sendRaw(Topic.ORDERS, key, "{not json".getBytes(StandardCharsets.UTF_8));
        Kafka.send(
                Topic.ORDERS,
                Brand.order(member, "ul-1", at, new Money(1000, "USD")),
                Brand.refund(member, "ul-1", "ul-1", at, 100),
                Brand.order(member, "ul-2", at, new Money(1000, "USD")));

        // Then
        awaitOrders(member, 2);
        profile(member).body("amountMinor", equalTo(2000));
        List<String> reasons =
                Kafka.await(Topic.deadLetters(Topic.ORDERS), 2, record -> key.equals(record.key())).stream()
                        .map(ProfileComponentTest::reason)
                        .toList();
        assertThat(reasons).anyMatch(reason -> reason.contains("malformed JSON"));
        assertThat(reasons).anyMatch(reason -> reason.contains("is in CNY"));
    }

    @Test
    void shouldAnswerWhatToDoWhenTheQuestionIsWrong() {
        for (String day : List.of("yesterday", "-4713-01-01", "-999999999-01-01", "%2B999999999-12-31", "0000-12-31")) {
            asOperator()
                    .get("/api/recall/v1/lifecycle?asOf=" + day)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("asOf"));
        }
        asOperator().get("/api/recall/v1/members/nobody/profile").then().statusCode(400);
        asOperator()
                .get("/api/recall/v1/members/crm:nobody/profile")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private static String reason(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("reason").value(), StandardCharsets.UTF_8);
    }
}
