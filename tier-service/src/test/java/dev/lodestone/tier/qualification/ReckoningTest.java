package dev.lodestone.tier.qualification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderPaid;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.events.orders.state.OrderNumbers;
import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.platform.orders.OrderKey;
import dev.lodestone.tier.ladder.Ladder;
import dev.lodestone.tier.ladder.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReckoningTest {
    private static final Ladder LADDER = new Ladder(
            List.of(new Level("BASIC", "普通", 0), new Level("ADVANCED", "高级", 1000), new Level("PREMIUM", "尊享", 5000)));
    private static final MemberId ANN = MemberId.of("crm:ann");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void shouldTellEachChangeOfLevelWithItsCauseAndVersion() {
        Reckoning reckoning = reckoning(new Standing(ANN, "BASIC", 0, 0, 0), Map.of());

        reckoning.take(event("e1", completed("A1", 100_000)));
        reckoning.take(event("e2", completed("A2", 400_000)));
        reckoning.take(event("e3", new OrderRefunded("A2", "R1", new Money(1, "CNY"))));

        assertEquals(
                List.of(
                        new LevelChanged("BASIC", "ADVANCED", true, 1000, 1),
                        new LevelChanged("ADVANCED", "PREMIUM", true, 5000, 2),
                        new LevelChanged("PREMIUM", "ADVANCED", false, 4999, 3)),
                reckoning.levelChanges().stream().map(Event::fact).toList());
        assertEquals(
                List.of("e1", "e2", "e3"),
                reckoning.levelChanges().stream().map(Event::causationId).toList());
        assertEquals(List.of(new Standing(ANN, "ADVANCED", 4999, 0, 3)), reckoning.changedStandings());
        assertEquals(Map.of("BASIC", -1L, "ADVANCED", 1L), reckoning.populationChanges());
    }

    @Test
    void shouldWriteNothingWhenNothingIsNew() {
        OrderFold before = new OrderFold(OrderNumbers.BRAND, Map.of());
        before.apply(new OrderKey(ANN, "A1"), event("an-id", completed("A1", 100_000)));
        Reckoning reckoning = reckoning(new Standing(ANN, "ADVANCED", 1000, 0, 1), before.changed());

        reckoning.take(event("an-id", completed("A1", 100_000)));

        assertEquals(List.of(), reckoning.changedStandings());
        assertEquals(Map.of(), reckoning.orders().changed());
        assertEquals(List.of(), reckoning.levelChanges());
        assertEquals(Map.of(), reckoning.populationChanges());
    }

    @Test
    void shouldConcernItselfOnlyWithWhatCanChangeAStanding() {
        assertTrue(Reckoning.concerns(event("e1", completed("A1", 0))));
        assertFalse(Reckoning.concerns(event("e2", new OrderPaid("A1", new Money(100, "CNY")))));
    }

    private static Reckoning reckoning(Standing before, Map<OrderKey, OrderState> known) {
        return new Reckoning(LADDER, Map.of(ANN, before), new OrderFold(OrderNumbers.BRAND, known));
    }

    private static OrderCompleted completed(String orderId, long amountMinor) {
        return new OrderCompleted(orderId, new Money(amountMinor, "CNY"), null, null);
    }

    private static Event<Fact> event(String id, Fact fact) {
        return new Event<>(id, "/shop", ANN, NOON, fact, null, null);
    }
}
