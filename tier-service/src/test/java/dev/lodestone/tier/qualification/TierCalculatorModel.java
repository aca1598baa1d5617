package dev.lodestone.tier.qualification;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.orders.state.OrderNumbers;
import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.platform.orders.OrderKey;
import dev.lodestone.tier.ladder.Ladder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Processes batches with the calculator and keeps in memory what the service keeps in its tables. */
final class TierCalculatorModel {
    private final Ladder ladder;
    private final Map<MemberId, MemberTier> tiers = new HashMap<>();
    private final Map<OrderKey, OrderState> orders = new HashMap<>();
    private final Map<String, Long> population = new HashMap<>();
    private final List<TierChange> changes = new ArrayList<>();

    TierCalculatorModel(Ladder ladder) {
        this.ladder = ladder;
    }

    void process(List<Event<Fact>> batch) {
        batch.forEach(event -> enrol(event.member()));
        TierCalculator calculator = new TierCalculator(ladder, tiers, new OrderFold(OrderNumbers.BRAND, orders));
        batch.stream().filter(TierCalculator::canChangeTier).forEach(calculator::apply);
        calculator.changedTiers().forEach(tier -> tiers.put(tier.member(), tier));
        orders.putAll(calculator.orders().changed());
        calculator.populationChanges().forEach((level, gained) -> population.merge(level, gained, Long::sum));
        changes.addAll(calculator.levelChanges());
    }

    Collection<MemberTier> tiers() {
        return tiers.values();
    }

    Map<OrderKey, OrderState> orders() {
        return orders;
    }

    List<LevelChanged> levelChangesOf(MemberId member) {
        return changes.stream()
                .filter(change -> change.cause().member().equals(member))
                .map(TierChange::change)
                .toList();
    }

    /** The number of members by level; levels without members are left out. */
    Map<String, Long> population() {
        Map<String, Long> populated = new HashMap<>(population);
        populated.values().removeIf(members -> members == 0);
        return populated;
    }

    private void enrol(MemberId member) {
        String lowest = ladder.lowest().code();
        if (tiers.putIfAbsent(member, new MemberTier(member, lowest, 0, 0, 0)) == null) {
            population.merge(lowest, 1L, Long::sum);
        }
    }
}
