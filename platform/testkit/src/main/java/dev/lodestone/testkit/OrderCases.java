package dev.lodestone.testkit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.Topic;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Runs one case over Kafka in every order of arrival, each for a member of its own, so that all services answer the same to the same facts. */
public final class OrderCases {
    private static final int ARRIVALS_MAX = 24;

    private OrderCases() {}

    /**
     * Sends the facts of {@code scenario} and checks what the service under test makes of them.
     *
     * @param net what a test user's orders are worth to the service, in whole units; fails or is less until they are known
     */
    public static void run(OrderCase scenario, ToLongFunction<String> net) {
        Map<String, List<Event<? extends Fact>>> arrivals = new LinkedHashMap<>();
        String run = scenario.name().toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID();
        int facts = scenario.facts(MemberId.of("crm:any")).size();
        for (List<Integer> order : orders(facts)) {
            String subject = run + "-" + arrivals.size();
            List<Event<? extends Fact>> all = scenario.facts(Tokens.memberId(subject));
            arrivals.put(
                    subject, order.stream().<Event<? extends Fact>>map(all::get).toList());
        }
        List<Event<? extends Fact>> sent = new ArrayList<>();
        arrivals.forEach((subject, arrival) -> {
            sent.addAll(arrival);
            sent.addAll(scenario.redelivered(arrival));
            sent.add(last(Tokens.memberId(subject)));
        });
        Kafka.send(Topic.ORDERS, sent);
        check(scenario, arrivals, net);
    }

    /** A refund is accepted before its order is known, and becomes a dead letter when the order shows that it does not fit. */
    public static void runBadRefundLongBeforeItsOrder(ToLongFunction<String> net) {
        String subject = "apart-" + UUID.randomUUID();
        MemberId member = Tokens.memberId(subject);
        List<Event<? extends Fact>> facts = OrderCase.BAD_REFUND_COMES_FIRST.facts(member);
        Kafka.send(Topic.ORDERS, List.of(facts.getFirst(), last(member)));
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(net.applyAsLong(subject)).isEqualTo(1));
        Kafka.send(Topic.ORDERS, facts.getLast());
        check(OrderCase.BAD_REFUND_COMES_FIRST, Map.of(subject, facts), net);
    }

    /** The wrong refund arrives after its order and just before the corrected one, mostly in one batch. */
    public static void runRefundCorrectedUnderItsId(ToLongFunction<String> net) {
        String subject = "corrected-" + UUID.randomUUID();
        MemberId member = Tokens.memberId(subject);
        List<Event<? extends Fact>> facts = OrderCase.REFUND_CORRECTED_UNDER_ITS_ID.facts(member);
        List<Event<? extends Fact>> sent = new ArrayList<>(facts);
        sent.addAll(facts);
        sent.add(last(member));
        Kafka.send(Topic.ORDERS, sent);
        check(OrderCase.REFUND_CORRECTED_UNDER_ITS_ID, Map.of(subject, facts), net);
    }

    /** One unit more from an order of another number says that all before it was handled. */
    private static void check(
            OrderCase scenario, Map<String, List<Event<? extends Fact>>> arrivals, ToLongFunction<String> net) {
        arrivals.forEach((subject, arrival) -> await().alias(scenario + " as " + described(arrival))
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(net.applyAsLong(subject)).isEqualTo(scenario.net(arrival) + 1)));
        Map<String, List<String>> deadLetters = deadLetters(scenario, arrivals);
        arrivals.forEach((subject, arrival) -> assertThat(
                        deadLetters.getOrDefault(Tokens.memberId(subject).toString(), List.of()))
                .as("dead letters of %s as %s", scenario, described(arrival))
                .containsExactlyInAnyOrderElementsOf(scenario.setAside(arrival)));
    }

    /** The ids of the events that became dead letters, by member. */
    private static Map<String, List<String>> deadLetters(
            OrderCase scenario, Map<String, List<Event<? extends Fact>>> arrivals) {
        int expected = arrivals.values().stream()
                .mapToInt(arrival -> scenario.setAside(arrival).size())
                .sum();
        Set<String> members = arrivals.keySet().stream()
                .map(subject -> Tokens.memberId(subject).toString())
                .collect(toSet());
        String topic = Topic.deadLetters(Topic.ORDERS);
        return (expected == 0
                        ? Kafka.now(topic, record -> members.contains(record.key()))
                        : Kafka.await(topic, expected, record -> members.contains(record.key())))
                .stream()
                        .collect(groupingBy(
                                ConsumerRecord::key,
                                mapping(
                                        record -> EventCodec.decode(record.value())
                                                .id(),
                                        toList())));
    }

    private static Event<OrderCompleted> last(MemberId member) {
        return new Event<>(
                UUID.randomUUID().toString(),
                "/shop",
                member,
                Instant.parse("2026-11-20T04:00:00Z"),
                new OrderCompleted("last", new Money(100, "CNY"), null, null),
                null,
                null);
    }

    private static String described(List<Event<? extends Fact>> arrival) {
        return arrival.stream()
                .map(event -> event.fact().getClass().getSimpleName() + "@"
                        + event.occurredAt().toString().substring(8, 10))
                .toList()
                .toString();
    }

    /** The orders in which so many facts can arrive; the first ones, evenly spread, if there are many. */
    private static List<List<Integer>> orders(int facts) {
        List<List<Integer>> all = new ArrayList<>(List.of(List.of()));
        for (int fact = 0; fact < facts; fact++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> order : all) {
                for (int place = 0; place <= order.size(); place++) {
                    List<Integer> one = new ArrayList<>(order);
                    one.add(place, fact);
                    longer.add(one);
                }
            }
            all = longer;
        }
        int step = Math.max(1, all.size() / ARRIVALS_MAX);
        List<List<Integer>> chosen = new ArrayList<>();
        for (int n = 0; n < all.size(); n += step) {
            chosen.add(all.get(n));
        }
        return chosen;
    }
}
