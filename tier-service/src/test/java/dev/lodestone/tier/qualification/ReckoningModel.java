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

/** Keeps in memory what the service keeps in its tables, batch by batch. */
final class ReckoningModel {
    private final Ladder ladder;
    private final Map<MemberId, Standing> standings = new HashMap<>();
    private final Map<OrderKey, OrderState> purchases = new HashMap<>();
    private final Map<String, Long> population = new HashMap<>();
    private final List<Event<LevelChanged>> changes = new ArrayList<>();

    ReckoningModel(Ladder ladder) {
        this.ladder = ladder;
    }

    void take(List<Event<Fact>> batch) {
        batch.forEach(event -> enrol(event.member()));
        Reckoning reckoning = new Reckoning(ladder, standings, new OrderFold(OrderNumbers.BRAND, purchases));
        batch.stream().filter(Reckoning::concerns).forEach(reckoning::take);
        reckoning.changedStandings().forEach(standing -> standings.put(standing.member(), standing));
        purchases.putAll(reckoning.orders().changed());
        reckoning.populationChanges().forEach((level, gained) -> population.merge(level, gained, Long::sum));
        changes.addAll(reckoning.levelChanges());
    }

    Collection<Standing> standings() {
        return standings.values();
    }

    Map<OrderKey, OrderState> purchases() {
        return purchases;
    }

    List<LevelChanged> changesOf(MemberId member) {
        return changes.stream()
                .filter(change -> change.member().equals(member))
                .map(Event::fact)
                .toList();
    }

    /** Members by level, levels without members left out. */
    Map<String, Long> population() {
        Map<String, Long> peopled = new HashMap<>(population);
        peopled.values().removeIf(members -> members == 0);
        return peopled;
    }

    private void enrol(MemberId member) {
        String base = ladder.base().code();
        if (standings.putIfAbsent(member, new Standing(member, base, 0, 0, 0)) == null) {
            population.merge(base, 1L, Long::sum);
        }
    }
}
