package dev.lodestone.tier.orders;

import dev.lodestone.events.Fact;
import dev.lodestone.events.orders.state.OrderNumbers;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.platform.orders.OrdersConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Loads and saves the states of orders, with one statement each for any number of orders. */
@ApplicationScoped
public class OrderService {
    private final OrderRepository orders;
    private final OrderNumbers numbers;

    OrderService(OrderRepository orders, OrdersConfig config) {
        this.orders = orders;
        this.numbers = config.numbersUnique();
    }

    /** The states of the orders that {@code events} belong to. The tiers of their members must be locked. */
    public Uni<OrderFold> load(SqlConnection tx, List<Event<Fact>> events) {
        return orders.load(tx, OrderFold.keysOf(numbers, events)).map(known -> new OrderFold(numbers, known));
    }

    /** Saves the states that changed, each with its growth. */
    public Uni<Void> save(SqlConnection tx, OrderFold fold) {
        return orders.save(tx, fold.changed());
    }
}
