package dev.lodestone.points.earning;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.points.account.Asset;
import dev.lodestone.points.earning.Earning.OrderKey;
import dev.lodestone.points.ledger.Book;
import dev.lodestone.points.ledger.LedgerService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Books a batch of facts in the transaction of its inbox rows. Idempotent by the inbox and, for orders, by the order's number.
 *
 * <p>Locks the accounts of all members concerned first, so that rules see purchases and balances that nobody else changes.
 */
@ApplicationScoped
public class EarningService {
    private final LedgerService ledger;
    private final EarningRuleRepository rules;
    private final PurchaseRepository purchases;

    EarningService(LedgerService ledger, EarningRuleRepository rules, PurchaseRepository purchases) {
        this.ledger = ledger;
        this.rules = rules;
        this.purchases = purchases;
    }

    /** Applies {@code events} in their order. A currency that differs within one order is an {@link IllegalArgumentException}. */
    public Uni<Void> book(SqlConnection tx, List<Event<Fact>> events) {
        Set<MemberId> members = events.stream().map(Event::member).collect(Collectors.toSet());
        Set<OrderKey> orders =
                events.stream().map(Earning::orderOf).filter(Objects::nonNull).collect(Collectors.toSet());
        return rules.published(tx)
                .chain(published -> ledger.open(tx, members, Set.of(Asset.POINTS))
                        .chain(book -> purchases
                                .find(tx, orders)
                                .call(known -> loadRefunded(tx, book, events, known))
                                .map(known -> new Earning(published, book, known, ledger.refundPolicy()))))
                .chain(earning -> apply(tx, earning, events));
    }

    /** Lots are needed only where something is taken or given back. */
    private Uni<Void> loadRefunded(
            SqlConnection tx, Book book, List<Event<Fact>> events, Map<OrderKey, Purchase> known) {
        List<OrderKey> refunded = events.stream()
                .filter(event -> Earning.takesBack(event) || wasRefunded(known, Earning.orderOf(event)))
                .map(Earning::orderOf)
                .filter(Objects::nonNull)
                .toList();
        return ledger.load(
                tx,
                book,
                refunded.stream().map(OrderKey::member).collect(Collectors.toSet()),
                refunded.stream().map(OrderKey::orderId).toList(),
                List.of());
    }

    private static boolean wasRefunded(Map<OrderKey, Purchase> known, @Nullable OrderKey order) {
        return order != null && known.get(order) instanceof Purchase purchase && purchase.refundedMinor() > 0;
    }

    private Uni<Void> apply(SqlConnection tx, Earning earning, List<Event<Fact>> events) {
        events.forEach(earning::apply);
        return purchases.write(tx, earning.changedPurchases()).chain(() -> ledger.write(tx, earning.book()));
    }
}
