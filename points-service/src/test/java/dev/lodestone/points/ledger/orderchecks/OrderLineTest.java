package dev.lodestone.points.ledger.orderchecks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.events.orders.state.OrderEvent;
import dev.lodestone.events.orders.state.OrderState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderLineTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final UUID LOT = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final OrderCompleted ORDER = new OrderCompleted("o", new Money(100, "CNY"), null, null);
    private static final OrderCancelled CANCELLATION = new OrderCancelled("o", null);
    private static final OrderRefunded HALF = new OrderRefunded("o", "r", new Money(50, "CNY"));

    @Test
    void shouldFindNothingWhenPostingsClawedBackWhatTheOrderSays() {
        assertThat(line(state(at(0, ORDER), at(1, HALF)), null, lot(LOT, 10, 5)).findings())
                .isEmpty();
        assertThat(line(state(at(0, ORDER), at(1, CANCELLATION)), null, lot(LOT, 10, 10))
                        .findings())
                .isEmpty();
    }

    @Test
    void shouldFindNothingWhenTheMemberHadNothingToGive() {
        assertThat(line(state(at(0, ORDER), at(1, HALF)), null, lot(LOT, 10, 2)).findings())
                .isEmpty();
    }

    @Test
    void shouldFindARefundThatIsHidden() {
        assertThat(line(state(at(0, ORDER)), null, lot(LOT, 10, 5)).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).contains("keeps 10 of 10, but postings left 5"));
    }

    /** The refund was clawed back when it came; the older cancellation, which came later, makes it count no more, but gives nothing back. */
    @Test
    void shouldFindNothingWhenALateCancellationMakesAnEarlierRefundVoid() {
        OrderState state = state(at(2, ORDER), at(1, HALF), at(1, CANCELLATION));

        assertThat(state.kept(10)).isEqualTo(10);
        assertThat(line(state, null, lot(LOT, 10, 5)).findings()).isEmpty();
    }

    @Test
    void shouldAddUpTheLotsOfAnAward() {
        OrderLine.Award award = new OrderLine.Award("rule", 1, "POINTS", 20, List.of(LOT, SECOND));

        assertThat(line(state(at(0, ORDER)), List.of(award), lot(LOT, 10, 10), lot(SECOND, 20, 0))
                        .findings())
                .isEmpty();
        assertThat(line(state(at(0, ORDER)), List.of(award), lot(LOT, 10, 10), lot(SECOND, 19, 0))
                        .findings())
                .hasSize(1);
    }

    private static OrderLine line(OrderState state, @Nullable List<OrderLine.Award> awards, OrderLine.Lot... lots) {
        return new OrderLine(new OrderLine.Name(new UUID(0, 0), "o"), "o", state, awards, List.of(lots), false, null);
    }

    private static OrderLine.Lot lot(UUID id, long amount, long clawedBack) {
        return new OrderLine.Lot(id, "POINTS", amount, clawedBack, true);
    }

    private static OrderState state(OrderEvent... events) {
        OrderState state = OrderState.UNKNOWN;
        for (OrderEvent event : events) {
            state = state.with(event);
        }
        return state;
    }

    private static OrderEvent at(int hours, OrderFact fact) {
        return new OrderEvent("/shop", "id", new UUID(1, hours), NOON.plusSeconds(hours * 3_600L), fact);
    }
}
