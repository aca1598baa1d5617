package dev.lodestone.tier.growth;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.orders.state.OrderNumbers;
import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.platform.orders.OrderKey;
import dev.lodestone.platform.orders.OrdersConfig;
import dev.lodestone.tier.tiersets.TierSetVersions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Loads and saves the facts of members, with one statement for each table, however many members there are. */
@ApplicationScoped
public class FactService {
    private final OrderRepository orders;
    private final ActivityRepository activities;
    private final OrderNumbers numbers;

    FactService(OrderRepository orders, ActivityRepository activities, OrdersConfig config) {
        this.orders = orders;
        this.activities = activities;
        this.numbers = config.numbersUnique();
    }

    /**
     * The facts of some members.
     *
     * @param orders the states of their orders, to which events can be applied
     * @param byMember what brings growth; a member without facts has empty ones
     */
    public record Facts(OrderFold orders, Map<MemberId, MemberFacts> byMember) {
        /** The facts of a member that was asked for. */
        public MemberFacts of(MemberId member) {
            return Objects.requireNonNull(byMember.get(member), "the facts of a member that was asked for");
        }
    }

    /**
     * The facts of some members as they are stored, to be valued by several lists of versions.
     *
     * @param orders by member and name
     * @param activities by member
     */
    public record Known(Map<MemberId, Map<String, OrderState>> orders, Map<MemberId, List<Activity>> activities) {
        /** The facts of {@code member}, valued by {@code versions}. */
        public MemberFacts of(MemberId member, TierSetVersions versions) {
            MemberFacts facts = new MemberFacts(versions);
            orders.getOrDefault(member, Map.of()).forEach(facts::put);
            activities.getOrDefault(member, List.of()).forEach(facts::put);
            return facts;
        }
    }

    /** All facts of {@code members}, not valued yet. */
    public Uni<Known> known(SqlConnection connection, Collection<MemberId> members) {
        return orders.of(connection, members)
                .chain(known ->
                        activities.of(connection, members).map(done -> new Known(byMember(known), byMember(done))));
    }

    /** All facts of {@code members}, valued by {@code versions}. */
    public Uni<Facts> of(SqlConnection tx, TierSetVersions versions, Collection<MemberId> members) {
        return orders.of(tx, members)
                .chain(known -> activities.of(tx, members).map(done -> facts(versions, members, known, done)));
    }

    /** Saves the orders that changed, and new activities. */
    public Uni<Void> save(SqlConnection tx, OrderFold fold, List<Activity> added) {
        return orders.save(tx, fold.changed()).chain(() -> activities.add(tx, added));
    }

    private static Map<MemberId, Map<String, OrderState>> byMember(Map<OrderKey, OrderState> orders) {
        Map<MemberId, Map<String, OrderState>> byMember = new HashMap<>();
        orders.forEach((key, order) -> byMember.computeIfAbsent(key.member(), member -> new HashMap<>())
                .put(key.name(), order));
        return byMember;
    }

    private static Map<MemberId, List<Activity>> byMember(List<Activity> activities) {
        return activities.stream().collect(Collectors.groupingBy(Activity::member));
    }

    private Facts facts(
            TierSetVersions versions,
            Collection<MemberId> members,
            Map<OrderKey, OrderState> known,
            List<Activity> done) {
        Map<MemberId, MemberFacts> byMember = new HashMap<>();
        members.forEach(member -> byMember.put(member, new MemberFacts(versions)));
        Facts facts = new Facts(new OrderFold(numbers, known), byMember);
        known.forEach((key, order) -> facts.of(key.member()).put(key.name(), order));
        done.forEach(activity -> facts.of(activity.member()).put(activity));
        return facts;
    }
}
