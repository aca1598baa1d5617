package dev.lodestone.tier.qualification;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.orders.state.OrderNumbers;
import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.platform.orders.OrderKey;
import dev.lodestone.tier.growth.Activity;
import dev.lodestone.tier.growth.FactService.Facts;
import dev.lodestone.tier.growth.MemberFacts;
import dev.lodestone.tier.history.Roadmap;
import dev.lodestone.tier.tiersets.TierSetVersions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Processes batches with the calculator and keeps in memory what the service keeps in its tables. */
final class TierCalculatorModel {
    private final TierSetVersions versions;
    private final Instant now;
    private final Map<MemberId, MemberTier> tiers = new HashMap<>();
    private final Map<OrderKey, OrderState> orders = new HashMap<>();
    private final List<Activity> activities = new ArrayList<>();
    private final Map<String, Long> population = new HashMap<>();
    private final List<TierChange> changes = new ArrayList<>();

    TierCalculatorModel(TierSetVersions versions, Instant now) {
        this.versions = versions;
        this.now = now;
    }

    void process(List<Event<Fact>> batch) {
        batch.forEach(this::enrol);
        TierCalculator calculator = new TierCalculator(versions, tiers, facts(), Map.of(), now);
        batch.forEach(calculator::apply);
        calculator.changedTiers().forEach(tier -> tiers.put(tier.member(), tier));
        orders.putAll(calculator.facts().orders().changed());
        activities.addAll(calculator.activities());
        calculator.populationChanges().forEach((level, gained) -> population.merge(level, gained, Long::sum));
        changes.addAll(calculator.levelChanges());
    }

    Collection<MemberTier> tiers() {
        return tiers.values();
    }

    Map<OrderKey, OrderState> orders() {
        return orders;
    }

    /** The growth of {@code tier}'s member that counts now. */
    long growth(MemberTier tier) {
        MemberFacts own = facts().of(tier.member());
        return Roadmap.of(versions.all(), tier.beganAt(), own.growth(), now)
                .growth()
                .getOrDefault("growth", 0L);
    }

    List<LevelChanged> levelChangesOf(MemberId member) {
        return changes.stream()
                .filter(change -> change.member().equals(member))
                .map(TierChange::change)
                .toList();
    }

    /** The number of members by level; levels without members are left out. */
    Map<String, Long> population() {
        Map<String, Long> populated = new HashMap<>(population);
        populated.values().removeIf(members -> members == 0);
        return populated;
    }

    private Facts facts() {
        Map<MemberId, MemberFacts> byMember = new HashMap<>();
        tiers.keySet().forEach(member -> byMember.put(member, new MemberFacts(versions)));
        Facts facts = new Facts(new OrderFold(OrderNumbers.BRAND, orders), byMember);
        orders.forEach((key, order) -> facts.of(key.member()).put(key.name(), order));
        activities.forEach(activity -> facts.of(activity.member()).put(activity));
        return facts;
    }

    private void enrol(Event<Fact> event) {
        MemberTier lowest = new MemberTier(event.member(), "BASIC", 0, event.occurredAt(), null);
        if (tiers.putIfAbsent(event.member(), lowest) == null) {
            population.merge("BASIC", 1L, Long::sum);
        }
    }
}
