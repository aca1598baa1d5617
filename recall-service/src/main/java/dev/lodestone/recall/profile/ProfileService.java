package dev.lodestone.recall.profile;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.orders.state.OrderNumbers;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.inbox.RejectedEvent;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.platform.orders.OrderKey;
import dev.lodestone.platform.orders.OrdersConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Maintains the profiles. A change of a member's orders or offers requires the lock of the member's profile row. The locks are always
 * acquired first and in the order of the member ids.
 */
@ApplicationScoped
public class ProfileService {
    private final OrderRepository orders;
    private final ProfileRepository profiles;
    private final ProfileConfig config;
    private final OrdersConfig ordersConfig;
    private final LifecycleRule rule;
    private final Clock clock;

    ProfileService(
            OrderRepository orders,
            ProfileRepository profiles,
            ProfileConfig config,
            OrdersConfig ordersConfig,
            Clock clock) {
        this.orders = orders;
        this.profiles = profiles;
        this.config = config;
        this.ordersConfig = ordersConfig;
        this.rule = config.lifecycleRule();
        this.clock = clock;
    }

    /** Today by the brand's calendar. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), config.zone());
    }

    /** The zone of the brand's days. */
    public ZoneId zone() {
        return config.zone();
    }

    /** @param rejected the events that contradict the known state of their order */
    public record Taken(List<CountedOrder> counted, List<RejectedEvent> rejected) {
        private static final Taken NOTHING = new Taken(List.of(), RejectedEvent.NONE);
    }

    /**
     * Applies order events; the result does not depend on their sequence or their batches. Locks the members.
     *
     * @return the orders that count from now on, and the rejected aside
     */
    public Uni<Taken> processOrders(SqlConnection tx, List<Event<Fact>> events) {
        OrderNumbers numbers = ordersConfig.numbersUnique();
        Set<OrderKey> keys = OrderFold.keysOf(numbers, events);
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Taken.NOTHING);
        }
        Set<MemberId> members = keys.stream().map(OrderKey::member).collect(Collectors.toCollection(TreeSet::new));
        return orders.lock(tx, members)
                .chain(() -> orders.find(tx, keys))
                .map(before -> new OrderChanges(config.zone(), new OrderFold(numbers, before)).apply(events))
                .call(changes -> orders.write(tx, changes))
                .map(changes -> new Taken(changes.counted(), changes.orders().rejected()));
    }

    /** Locks {@code members} as {@link #processOrders} does, for a transaction that publishes events about them. */
    public Uni<Void> lock(SqlConnection tx, Set<MemberId> members) {
        return orders.lock(tx, members);
    }

    /**
     * Reads the next {@code limit} profiles and locks the members among them who are in {@code state} on {@code asOf} and, as far as is
     * known, have not ordered since.
     *
     * @param after the last profile of the previous page; null for the first page
     */
    public Uni<AudiencePage> lockAudience(
            SqlConnection tx, LifecycleState state, LocalDate asOf, @Nullable MemberId after, int limit) {
        return profiles.pageEnd(tx, after, limit)
                .chain(last -> last == null
                        ? Uni.createFrom().item(AudiencePage.END)
                        : profiles.lockAudience(tx, state, asOf, rule, config.zone(), after, last)
                                .map(members -> new AudiencePage(members, last)));
    }
}
