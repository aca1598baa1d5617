package dev.lodestone.tier.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.events.orders.state.OrderEvent;
import dev.lodestone.events.orders.state.OrderState;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderGrowthTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"29900, CNY, 299", "29999, CNY, 299", "99, CNY, 0", "299, JPY, 299", "1999, BHD, 1"})
    void shouldGrowByWholeMajorUnits(long amountMinor, String currency, long growth) {
        assertThat(OrderGrowth.of(after(order(amountMinor, currency)))).isEqualTo(growth);
    }

    @Test
    void shouldGrowByWhatWasPaidAndNotRefunded() {
        OrderState order = after(
                order(30_000, "CNY"),
                new OrderRefunded("A1", "R1", new Money(10_050, "CNY")),
                new OrderRefunded("A1", "R2", new Money(5_000, "CNY")));

        assertThat(OrderGrowth.of(order)).isEqualTo(149);
    }

    @Test
    void shouldBringNoGrowthBeforeTheOrderIsCompleted() {
        assertThat(OrderGrowth.of(after(new OrderRefunded("A1", "R1", new Money(10_000, "CNY")))))
                .isZero();
    }

    private static OrderState after(OrderFact... facts) {
        OrderState state = OrderState.UNKNOWN;
        for (OrderFact fact : facts) {
            UUID key = UUID.randomUUID();
            state = state.with(new OrderEvent("/shop", key.toString(), key, NOON, fact));
        }
        return state;
    }

    private static OrderCompleted order(long amountMinor, String currency) {
        return new OrderCompleted("A1", new Money(amountMinor, currency), null, null);
    }
}
