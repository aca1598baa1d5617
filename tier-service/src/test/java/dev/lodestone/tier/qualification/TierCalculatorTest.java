package dev.lodestone.tier.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderPaid;
import dev.lodestone.events.orders.state.OrderNumbers;
import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.platform.orders.OrderKey;
import dev.lodestone.tier.Events;
import dev.lodestone.tier.ladder.Ladder;
import dev.lodestone.tier.ladder.Level;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TierCalculatorTest {
    private static final Ladder LADDER = new Ladder(
            List.of(new Level("BASIC", "普通", 0), new Level("ADVANCED", "高级", 1000), new Level("PREMIUM", "尊享", 5000)));
    private static final MemberId ANN = MemberId.of("crm:ann");

    @Test
    void shouldReportEachLevelChangeWithItsCauseAndVersion() {
        Event<Fact> first = completed("A1", 100_000);
        Event<Fact> second = completed("A2", 400_000);
        Event<Fact> refund = event(Events.orderRefunded(ANN, "A2", "R1", 1).fact());
        TierCalculator calculator = calculator(new MemberTier(ANN, "BASIC", 0, 0, 0), Map.of());

        calculator.apply(first);
        calculator.apply(second);
        calculator.apply(refund);

        assertThat(calculator.levelChanges())
                .containsExactly(
                        new TierChange(first, new LevelChanged("BASIC", "ADVANCED", true, 1000, 1)),
                        new TierChange(second, new LevelChanged("ADVANCED", "PREMIUM", true, 5000, 2)),
                        new TierChange(refund, new LevelChanged("PREMIUM", "ADVANCED", false, 4999, 3)));
        assertThat(calculator.changedTiers()).containsExactly(new MemberTier(ANN, "ADVANCED", 4999, 0, 3));
        assertThat(calculator.populationChanges()).isEqualTo(Map.of("BASIC", -1L, "ADVANCED", 1L));
    }

    @Test
    void shouldPublishALevelChangeWithTheMemberAndTimeOfItsCause() {
        Event<Fact> cause = completed("A1", 100_000);
        LevelChanged change = new LevelChanged("BASIC", "ADVANCED", true, 1000, 1);
        UUID id = new UUID(0, 7);

        assertThat(new TierChange(cause, change).toEvent(id))
                .isEqualTo(new Event<>(
                        id.toString(), "/tier-service", ANN, Events.NOON, change, cause.traceparent(), cause.id()));
    }

    @Test
    void shouldChangeNothingWhenAnOrderIsKnownAlready() {
        Event<Fact> order = completed("A1", 100_000);
        OrderFold before = new OrderFold(OrderNumbers.BRAND, Map.of());
        before.apply(new OrderKey(ANN, "A1"), order);
        TierCalculator calculator = calculator(new MemberTier(ANN, "ADVANCED", 1000, 0, 1), before.changed());

        calculator.apply(order);

        assertThat(calculator.changedTiers()).isEmpty();
        assertThat(calculator.orders().changed()).isEmpty();
        assertThat(calculator.levelChanges()).isEmpty();
        assertThat(calculator.populationChanges()).isEmpty();
    }

    @Test
    void shouldSkipEventsThatNeverChangeATier() {
        assertThat(TierCalculator.canChangeTier(completed("A1", 0))).isTrue();
        assertThat(TierCalculator.canChangeTier(event(new OrderPaid("A1", new Money(100, "CNY")))))
                .isFalse();
    }

    private static TierCalculator calculator(MemberTier before, Map<OrderKey, OrderState> known) {
        return new TierCalculator(LADDER, Map.of(ANN, before), new OrderFold(OrderNumbers.BRAND, known));
    }

    private static Event<Fact> completed(String orderId, long amountMinor) {
        return event(Events.orderCompleted(ANN, orderId, amountMinor).fact());
    }

    private static Event<Fact> event(Fact fact) {
        return Events.of(ANN, fact);
    }
}
