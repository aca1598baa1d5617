package dev.lodestone.tier.qualification;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.OrderPaid;
import dev.lodestone.events.points.PointsPosted;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.platform.orders.OrderKey;
import dev.lodestone.tier.ladder.Ladder;
import dev.lodestone.tier.orders.OrderGrowth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Calculates in memory what a batch of events does to the tiers of its members. Pure: the result depends on the inputs alone. The final growth
 * and level do not depend on the order of the events; only the number of level changes in between may.
 */
final class TierCalculator {
    private final Ladder ladder;
    private final Map<MemberId, MemberTier> before;
    private final OrderFold orders;
    private final Map<MemberId, MemberTier> tiers;
    private final List<TierChange> changes = new ArrayList<>();

    /**
     * @param before the tier of every member that an event belongs to
     * @param orders holds the known states of all orders that the events belong to
     */
    TierCalculator(Ladder ladder, Map<MemberId, MemberTier> before, OrderFold orders) {
        this.ladder = ladder;
        this.before = Map.copyOf(before);
        this.orders = orders;
        this.tiers = new TreeMap<>(before);
    }

    /** False if {@code event} never changes a tier, so that neither locks nor rows are needed for it. */
    static boolean canChangeTier(Event<Fact> event) {
        return switch (event.fact()) {
            case OrderPaid ignored -> false;
            case OrderFact ignored -> true;
            case PointsPosted posted -> Activity.growth(posted) > 0;
            default -> false;
        };
    }

    /** Applies one event: adds its growth and moves the member to the level that the growth now reaches. */
    void apply(Event<Fact> event) {
        MemberTier tier = Objects.requireNonNull(tiers.get(event.member()), "the tier of the event's member");
        MemberTier grown = switch (event.fact()) {
            case OrderFact ignored -> tier.plusPurchase(orderGrowthChange(event));
            case PointsPosted posted -> tier.plusActivity(Activity.growth(posted));
            default -> tier;
        };
        tiers.put(event.member(), moveToLevel(grown, event));
    }

    /** The tiers that differ from those before the batch, in the order of member ids. */
    List<MemberTier> changedTiers() {
        return tiers.values().stream()
                .filter(tier -> !tier.equals(before.get(tier.member())))
                .toList();
    }

    /** The states of the orders, and the order events that were rejected. */
    OrderFold orders() {
        return orders;
    }

    /** Every change of a level, in the order of the events. */
    List<TierChange> levelChanges() {
        return List.copyOf(changes);
    }

    /** By level code: how many members the level gained; negative if it lost members. Levels without a difference are left out. */
    Map<String, Long> populationChanges() {
        Map<String, Long> gained = new HashMap<>();
        for (MemberTier tier : changedTiers()) {
            gained.merge(Objects.requireNonNull(before.get(tier.member())).level(), -1L, Long::sum);
            gained.merge(tier.level(), 1L, Long::sum);
        }
        gained.values().removeIf(members -> members == 0);
        return gained;
    }

    private long orderGrowthChange(Event<Fact> event) {
        OrderKey key = Objects.requireNonNull(orders.keyOf(event), "the order that the event belongs to");
        long growthBefore = OrderGrowth.of(orders.state(key));
        return orders.apply(key, event) ? OrderGrowth.of(orders.state(key)) - growthBefore : 0;
    }

    private MemberTier moveToLevel(MemberTier tier, Event<Fact> cause) {
        String reached = ladder.levelAfter(tier.growth(), tier.level());
        if (reached.equals(tier.level())) {
            return tier;
        }
        MemberTier moved = tier.withLevel(reached);
        changes.add(new TierChange(
                cause,
                new LevelChanged(
                        tier.level(),
                        reached,
                        ladder.isUpgrade(tier.level(), reached),
                        moved.growth(),
                        moved.version())));
        return moved;
    }
}
