package dev.lodestone.points.earning;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.points.earning.Earning.OrderKey;
import dev.lodestone.points.ledger.Asset;
import dev.lodestone.points.ledger.LedgerService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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
        Set<MemberId> withLots =
                events.stream().filter(Earning::takesBack).map(Event::member).collect(Collectors.toSet());
        Set<OrderKey> orders =
                events.stream().map(Earning::orderOf).filter(Objects::nonNull).collect(Collectors.toSet());
        return rules.published(tx)
                .chain(published -> ledger.open(tx, Asset.POINTS, members, withLots)
                        .chain(book -> purchases.find(tx, orders).map(known -> new Earning(published, book, known)))
                        .chain(earning -> apply(tx, earning, events)));
    }

    private Uni<Void> apply(SqlConnection tx, Earning earning, List<Event<Fact>> events) {
        events.forEach(earning::apply);
        return purchases.write(tx, earning.changedPurchases()).chain(() -> ledger.write(tx, earning.book()));
    }
}
