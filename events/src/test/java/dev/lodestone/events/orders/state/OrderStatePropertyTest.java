package dev.lodestone.events.orders.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.OrderPaid;
import dev.lodestone.events.orders.OrderRefunded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Sets of facts, ten thousand in full, each in five orders of arrival, with re-deliveries; compared with a model that looks at the whole set. */
class OrderStatePropertyTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final int ARRIVALS = 5;

    @Property
    void shouldComeToTheSameWhateverTheOrderOfArrival(@ForAll("facts") List<OrderEvent> facts, @ForAll Random random) {
        OrderState expected = fold(facts).state();
        Set<OrderConflict> conflicts = finalConflicts(fold(facts));
        assertThat(expected.netMinor()).isEqualTo(netByDefinition(facts));
        for (int arrival = 0; arrival < ARRIVALS; arrival++) {
            List<OrderEvent> shuffled = new ArrayList<>(facts);
            facts.stream().filter(fact -> random.nextInt(3) == 0).forEach(shuffled::add);
            Collections.shuffle(shuffled, random);

            Folded folded = fold(shuffled);

            assertThat(folded.state()).isEqualTo(expected);
            assertThat(folded.conflicts()).containsAll(conflicts);
        }
    }

    @Provide
    Arbitrary<List<OrderEvent>> facts() {
        Arbitrary<Integer> times = Arbitraries.integers().between(0, 4);
        Arbitrary<UUID> keys = Combinators.combine(
                        Arbitraries.longs().between(Long.MIN_VALUE, Long.MAX_VALUE),
                        Arbitraries.longs().between(Long.MIN_VALUE, Long.MAX_VALUE))
                .as(UUID::new);
        return Combinators.combine(times, keys, fact())
                .as((time, key, fact) -> new OrderEvent("/shop", key.toString(), key, START.plusSeconds(time), fact))
                .list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .uniqueElements(OrderEvent::key);
    }

    private static Arbitrary<OrderFact> fact() {
        Arbitrary<Money> money = Combinators.combine(
                        Arbitraries.of(0L, 1L, 99L, 100L, 10_000L, Money.AMOUNT_MAX),
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just("CNY")), Tuple.of(1, Arbitraries.just("USD"))))
                .as(Money::new);
        Arbitrary<OrderFact> completed = money.map(total -> new OrderCompleted("A", total, null, null));
        Arbitrary<OrderFact> refunded = Combinators.combine(Arbitraries.of("R1", "R2", "R3"), money)
                .as((number, refund) -> new OrderRefunded("A", number, refund));
        return Arbitraries.frequencyOf(
                Tuple.of(3, completed),
                Tuple.of(3, refunded),
                Tuple.of(2, Arbitraries.just(new OrderCancelled("A", null))),
                Tuple.of(1, Arbitraries.just(new OrderPaid("A", new Money(1, "CNY")))));
    }

    private record Folded(OrderState state, Set<OrderConflict> conflicts) {}

    private static Folded fold(List<OrderEvent> facts) {
        OrderState state = OrderState.UNKNOWN;
        Set<OrderConflict> conflicts = new HashSet<>();
        for (OrderEvent fact : facts) {
            OrderStep step = OrderNumbers.BRAND.apply(state, fact);
            state = step.state();
            conflicts.addAll(step.conflicts());
        }
        return new Folded(state, conflicts);
    }

    /** Conflicts that last: a refund may also be set aside against an amount that is corrected to its currency later. */
    private static Set<OrderConflict> finalConflicts(Folded folded) {
        List<OrderEvent> misfits = folded.state().misfits();
        String currency = folded.state().completion() == null
                ? ""
                : folded.state().completion().total().currency();
        return folded.conflicts().stream()
                .filter(conflict -> misfits.contains(conflict.event()))
                .filter(conflict -> conflict.detail().contains("order is in " + currency))
                .collect(Collectors.toSet());
    }

    /** The definition, said once more over the whole set. */
    private static long netByDefinition(List<OrderEvent> facts) {
        Comparator<OrderEvent> newest = Comparator.comparing(OrderEvent::at)
                .thenComparing(event -> event.key().toString());
        Optional<OrderEvent> order = facts.stream()
                .filter(event -> event.fact() instanceof OrderCompleted)
                .max(newest);
        Optional<OrderEvent> cancelled = facts.stream()
                .filter(event -> event.fact() instanceof OrderCancelled)
                .max(newest);
        if (order.isEmpty()
                || cancelled.isPresent()
                        && !order.get().at().isAfter(cancelled.get().at())) {
            return 0;
        }
        Money total = ((OrderCompleted) order.get().fact()).total();
        Map<String, OrderEvent> refunds = facts.stream()
                .filter(event -> event.fact() instanceof OrderRefunded refund
                        && refund.refunded().currency().equals(total.currency()))
                .collect(Collectors.toMap(
                        event -> ((OrderRefunded) event.fact()).refundId(),
                        Function.identity(),
                        (one, other) -> newest.compare(one, other) > 0 ? one : other));
        long refunded = refunds.values().stream()
                .filter(event ->
                        cancelled.isEmpty() || event.at().isAfter(order.get().at()))
                .mapToLong(event -> ((OrderRefunded) event.fact()).refunded().amountMinor())
                .sum();
        return Math.max(0, total.amountMinor() - refunded);
    }
}
