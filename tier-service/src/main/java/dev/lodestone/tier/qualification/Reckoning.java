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
import dev.lodestone.platform.time.Ids;
import dev.lodestone.tier.ladder.Ladder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Works out what a batch of events does to the standings of its members, in memory. Growth and level come out the same whatever order the
 * events have; only how often the level changed on the way may differ.
 */
final class Reckoning {
    private static final String SOURCE = "/tier-service";

    private final Ladder ladder;
    private final Map<MemberId, Standing> before;
    private final OrderFold orders;
    private final Map<MemberId, Standing> standings;
    private final List<Event<LevelChanged>> changes = new ArrayList<>();

    /**
     * @param before the standing of every member that an event will be about
     * @param orders holds what is known of the orders that an event will be about
     */
    Reckoning(Ladder ladder, Map<MemberId, Standing> before, OrderFold orders) {
        this.ladder = ladder;
        this.before = Map.copyOf(before);
        this.orders = orders;
        this.standings = new TreeMap<>(before);
    }

    /** Whether {@code event} can change a standing at all. */
    static boolean concerns(Event<Fact> event) {
        return switch (event.fact()) {
            case OrderPaid ignored -> false;
            case OrderFact ignored -> true;
            case PointsPosted posted -> Activity.growth(posted) > 0;
            default -> false;
        };
    }

    void take(Event<Fact> event) {
        Standing standing = Objects.requireNonNull(standings.get(event.member()), "the member's standing");
        Standing grown = switch (event.fact()) {
            case OrderFact ignored -> standing.plusPurchase(gain(event));
            case PointsPosted posted -> standing.plusActivity(Activity.growth(posted));
            default -> standing;
        };
        standings.put(event.member(), settle(grown, event));
    }

    /** The standings that are not what they were, in the order of member ids. */
    List<Standing> changedStandings() {
        return standings.values().stream()
                .filter(standing -> !standing.equals(before.get(standing.member())))
                .toList();
    }

    /** The states of the orders. */
    OrderFold orders() {
        return orders;
    }

    /** Every change of a level, in the order it came about. */
    List<Event<LevelChanged>> levelChanges() {
        return List.copyOf(changes);
    }

    /** How many members each level gained or lost. */
    Map<String, Long> populationChanges() {
        Map<String, Long> gained = new HashMap<>();
        for (Standing standing : changedStandings()) {
            gained.merge(Objects.requireNonNull(before.get(standing.member())).level(), -1L, Long::sum);
            gained.merge(standing.level(), 1L, Long::sum);
        }
        gained.values().removeIf(members -> members == 0);
        return gained;
    }

    private long gain(Event<Fact> event) {
        OrderKey key = Objects.requireNonNull(orders.keyOf(event), "the order that the event is about");
        long before = OrderGrowth.of(orders.state(key));
        return orders.apply(key, event) ? OrderGrowth.of(orders.state(key)) - before : 0;
    }

    private Standing settle(Standing standing, Event<Fact> cause) {
        String reached = ladder.reached(standing.growth(), standing.level());
        if (reached.equals(standing.level())) {
            return standing;
        }
        Standing moved = standing.on(reached);
        changes.add(new Event<>(
                Ids.next().toString(),
                SOURCE,
                moved.member(),
                cause.occurredAt(),
                new LevelChanged(
                        standing.level(),
                        reached,
                        ladder.upgrade(standing.level(), reached),
                        moved.growth(),
                        moved.version()),
                cause.traceparent(),
                cause.id()));
        return moved;
    }
}
