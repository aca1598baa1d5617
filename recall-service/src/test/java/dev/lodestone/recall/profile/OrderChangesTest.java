package dev.lodestone.recall.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.orders.state.OrderNumbers;
import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.platform.orders.OrderKey;
import dev.lodestone.recall.Brand;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderChangesTest {
    private static final MemberId ANN = Brand.member("ann");
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T12:00:00Z");

    @Test
    void shouldCountAnOrderOnceWhateverTheSequenceAndTheBatches() {
        List<Event<Fact>> events = new ArrayList<>(List.of(
                Brand.order(ANN, "1", MONDAY, 1000),
                Brand.refund(ANN, "1", "r1", TUESDAY, 300),
                Brand.refund(ANN, "1", "r2", TUESDAY, 200),
                Brand.order(ANN, "2", TUESDAY, 5000),
                Brand.cancellation(ANN, "2", TUESDAY),
                Brand.order(ANN, "3", TUESDAY, 700)));
        Random random = new Random(1);
        for (int round = 0; round < 100; round++) {
            Collections.shuffle(events, random);
            Books books = new Books();
            int cut = random.nextInt(events.size() + 1);
            books.take(events.subList(0, cut));
            books.take(events.subList(cut, events.size()));

            assertThat(books.amounts()).isEqualTo(Map.of(day(MONDAY), 500L, day(TUESDAY), 700L));
            assertThat(books.orders).isEqualTo(2);
        }
    }

    @Test
    void shouldNeverTellAnOrderThatWasCancelledBeforeItCompleted() {
        OrderChanges changes = new OrderChanges(ZoneOffset.UTC, new OrderFold(OrderNumbers.BRAND, Map.of()))
                .apply(List.of(Brand.cancellation(ANN, "1", MONDAY), Brand.order(ANN, "1", MONDAY, 1000)));

        assertThat(changes.counted()).isEmpty();
        assertThat(changes.days()).isEmpty();
    }

    @Test
    void shouldNotGoBelowZeroWhenMoreIsRefundedThanPaid() {
        OrderChanges changes = new OrderChanges(ZoneOffset.UTC, new OrderFold(OrderNumbers.BRAND, Map.of()))
                .apply(List.of(Brand.order(ANN, "1", MONDAY, 1000), Brand.refund(ANN, "1", "r1", TUESDAY, 1500)));

        assertThat(changes.days().iterator().next().amountMinor()).isZero();
        assertThat(changes.days().iterator().next().orders()).isEqualTo(1);
    }

    @Test
    void case03_shouldSetARefundInAnotherCurrencyAside() {
        OrderChanges changes = new OrderChanges(ZoneOffset.UTC, new OrderFold(OrderNumbers.BRAND, Map.of()))
                .apply(List.of(
                        Brand.order(ANN, "1", MONDAY, new Money(1000, "USD")),
                        Brand.refund(ANN, "1", "r1", TUESDAY, 100)));

        assertThat(changes.orders().rejected()).hasSize(1);
        assertThat(changes.days().iterator().next().amountMinor()).isEqualTo(1000);
    }

    @Test
    void case02_shouldMoveAnOrderToTheDayOfItsFirstCompletion() {
        Books books = new Books();
        Event<Fact> again = new Event<>(
                "again",
                "/test-brand",
                ANN,
                TUESDAY,
                Brand.order(ANN, "1", TUESDAY, 1500).fact(),
                null,
                null);

        books.take(List.of(again));
        books.take(List.of(Brand.order(ANN, "1", MONDAY, 1000)));

        assertThat(books.amounts()).isEqualTo(Map.of(day(MONDAY), 1500L, day(TUESDAY), 0L));
        assertThat(books.orders).isEqualTo(1);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** Keeps what a batch writes, as the tables do. */
    private static final class Books {
        private final Map<OrderKey, OrderState> known = new HashMap<>();
        private final Map<LocalDate, Long> amounts = new HashMap<>();
        private long orders;

        void take(List<Event<Fact>> events) {
            OrderChanges changes =
                    new OrderChanges(ZoneOffset.UTC, new OrderFold(OrderNumbers.BRAND, known)).apply(events);
            changes.days().forEach(change -> amounts.merge(change.key().day(), change.amountMinor(), Long::sum));
            changes.members().forEach(change -> orders += change.orders());
            known.putAll(changes.orders().changed());
        }

        Map<LocalDate, Long> amounts() {
            return amounts;
        }
    }
}
