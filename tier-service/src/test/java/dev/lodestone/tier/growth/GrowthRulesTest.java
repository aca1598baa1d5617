package dev.lodestone.tier.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.events.orders.state.OrderEvent;
import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.tier.history.Growth;
import dev.lodestone.tier.tiersets.Criterion;
import dev.lodestone.tier.tiersets.Keeping;
import dev.lodestone.tier.tiersets.Requirement;
import dev.lodestone.tier.tiersets.Source;
import dev.lodestone.tier.tiersets.Source.Kind;
import dev.lodestone.tier.tiersets.TierLevel;
import dev.lodestone.tier.tiersets.TierSet;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthRulesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Criterion SPEND = Criterion.lifetime("spend", Source.of(Kind.SPEND));

    @ParameterizedTest
    @CsvSource({"29900, CNY, 299", "29999, CNY, 299", "299, JPY, 299", "1999, BHD, 1"})
    void T03_shouldGrowByWholeMajorUnits(long amountMinor, String currency, long growth) {
        assertThat(growth(SPEND, order(amountMinor, currency)))
                .containsExactly(Growth.of("spend", NOON, growth, "order:A1"));
    }

    @Test
    void T03_shouldTakeAwayWhatIsRefundedWhenItIsRefunded() {
        assertThat(growth(
                        SPEND,
                        order(30_000, "CNY"),
                        new OrderRefunded("A1", "R1", new Money(10_050, "CNY")),
                        new OrderRefunded("A1", "R2", new Money(5_000, "CNY"))))
                .containsExactly(
                        Growth.of("spend", NOON, 300, "order:A1"),
                        new Growth("spend", NOON, at(1), -101, "order:A1"),
                        new Growth("spend", NOON, at(2), -50, "order:A1"));
    }

    @Test
    void T03_shouldTakeAwayEverythingWhenTheOrderIsCancelled() {
        assertThat(growth(
                        SPEND,
                        order(30_000, "CNY"),
                        new OrderRefunded("A1", "R1", new Money(10_000, "CNY")),
                        new OrderCancelled("A1", null)))
                .extracting(Growth::amount)
                .containsExactly(300L, -100L, -200L);
    }

    @Test
    void T03_shouldBringNothingBeforeTheOrderIsCompleted() {
        assertThat(growth(SPEND, new OrderRefunded("A1", "R1", new Money(10_000, "CNY"))))
                .isEmpty();
    }

    @Test
    void T03_shouldCountOnlyAfterTheReturnWindow() {
        Instant end = Instant.parse("2026-03-08T12:00:00Z");

        assertThat(growth(
                        SPEND.afterReturns(Period.ofDays(7)),
                        order(30_000, "CNY"),
                        new OrderRefunded("A1", "R1", new Money(10_000, "CNY"))))
                .as("dated and counted when it can no longer be returned; the refund before it is already taken away")
                .containsExactly(
                        Growth.of("spend", end, 300, "order:A1"), new Growth("spend", end, end, -100, "order:A1"));
    }

    @Test
    void T03_shouldCountOrdersOfAnAmount() {
        Criterion visits = Criterion.lifetime("visits", new Source(Kind.ORDERS, 100, 10_000));

        assertThat(growth(visits, order(9_999, "CNY"))).isEmpty();
        assertThat(growth(visits, order(10_000, "CNY"), new OrderRefunded("A1", "R1", new Money(1, "CNY"))))
                .extracting(Growth::amount)
                .containsExactly(100L, -100L);
    }

    private static List<Growth> growth(Criterion criterion, OrderFact... facts) {
        TierSet set = new TierSet(
                ZoneOffset.UTC,
                null,
                List.of(criterion),
                List.of(TierLevel.of("BASIC", new LocalText("普通", "Basic"), Requirement.NONE)),
                Keeping.AT_ONCE);
        OrderState state = OrderState.UNKNOWN;
        for (int i = 0; i < facts.length; i++) {
            UUID key = new UUID(0, i);
            state = state.with(new OrderEvent("/shop", key.toString(), key, at(i), facts[i]));
        }
        return GrowthRules.ofOrder(set, state, "order:A1");
    }

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }

    private static OrderCompleted order(long amountMinor, String currency) {
        return new OrderCompleted("A1", new Money(amountMinor, currency), null, null);
    }
}
