package dev.lodestone.tier.growth;

import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.tier.history.Growth;
import dev.lodestone.tier.tiersets.TierSet;
import dev.lodestone.tier.tiersets.TierSetVersions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All facts of one member that bring growth, and the growth that they bring. Not thread-safe. */
public final class MemberFacts {
    private final TierSetVersions versions;
    private final Map<String, List<Growth>> byCause = new HashMap<>();

    public MemberFacts(TierSetVersions versions) {
        this.versions = versions;
    }

    /** Adds an order or replaces its state. {@code name} is unique for the member. */
    public void put(String name, OrderState order) {
        String cause = "order:" + name;
        if (order.completion() == null) {
            byCause.remove(cause);
            return;
        }
        TierSet set = setAt(order.completion().firstAt());
        byCause.put(cause, GrowthRules.ofOrder(set, order, cause));
    }

    /** Adds an activity; one that is known changes nothing. */
    public void put(Activity activity) {
        byCause.put("activity:" + activity.key(), GrowthRules.ofActivity(setAt(activity.at()), activity));
    }

    /** All growth, in no particular order. */
    public List<Growth> growth() {
        List<Growth> growth = new ArrayList<>();
        byCause.values().forEach(growth::addAll);
        return growth;
    }

    /** Facts count by the version that was in force when they happened. */
    private TierSet setAt(Instant instant) {
        return Objects.requireNonNull(versions.at(instant)).set();
    }
}
