package dev.lodestone.points.earning;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.inbox.RejectedEvent;
import dev.lodestone.platform.transactions.Pipeline;
import dev.lodestone.points.earning.Earning.OrderKey;
import dev.lodestone.points.evaluation.RuleBook;
import dev.lodestone.points.facts.FactService;
import dev.lodestone.points.ledger.Book;
import dev.lodestone.points.ledger.LedgerService;
import dev.lodestone.points.rulebook.RuleBookService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    /** Clocks of shops may be fast, but not by more than this. */
    private static final Duration FUTURE_MAX = Duration.ofDays(1);

    private final LedgerService ledger;
    private final RuleBookService rules;
    private final PurchaseRepository purchases;
    private final ContextRepository contexts;
    private final UsageRepository usages;
    private final FactService facts;
    private final Clock clock;

    EarningService(
            LedgerService ledger,
            RuleBookService rules,
            PurchaseRepository purchases,
            ContextRepository contexts,
            UsageRepository usages,
            FactService facts,
            Clock clock) {
        this.ledger = ledger;
        this.rules = rules;
        this.purchases = purchases;
        this.contexts = contexts;
        this.usages = usages;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Applies {@code events} in their order.
     *
     * @throws IllegalArgumentException for a time in the future, or a currency that differs within one order
     */
    public Uni<List<RejectedEvent>> book(SqlConnection tx, List<Event<Fact>> events) {
        refuseFuture(events);
        Set<MemberId> members = events.stream().map(Event::member).collect(Collectors.toSet());
        return rules.published(tx)
                .chain(published -> load(tx, published, members, events))
                .chain(earning -> apply(tx, earning, events))
                .replaceWith(RejectedEvent.NONE);
    }

    private void refuseFuture(List<Event<Fact>> events) {
        Instant latest = clock.instant().plus(FUTURE_MAX);
        for (Event<Fact> event : events) {
            if (event.occurredAt().isAfter(latest)) {
                throw new IllegalArgumentException("time lies in the future: " + event.occurredAt());
            }
        }
    }

    /** The accounts are locked first: what is read behind that changes no more. */
    private Uni<Earning> load(SqlConnection tx, RuleBook published, Set<MemberId> members, List<Event<Fact>> events) {
        Set<OrderKey> orders =
                events.stream().map(Earning::orderOf).filter(Objects::nonNull).collect(Collectors.toSet());
        return Uni.combine()
                .all()
                .unis(
                        ledger.open(tx, members, published.assets()),
                        purchases.find(tx, orders),
                        contexts.find(tx, members),
                        usages.load(tx, published, events))
                .collectFailures()
                .with((book, known, context, usage) ->
                        new Earning(published, book, known, context, usage, ledger.refundPolicy()))
                .onFailure()
                .transform(Pipeline::cause)
                .call(earning -> published.prolongs()
                        ? ledger.load(tx, earning.book(), members, orderIds(orders), List.of())
                        : loadRefunded(tx, earning.book(), events, earning.purchases()));
    }

    private static List<String> orderIds(Set<OrderKey> orders) {
        return orders.stream().map(OrderKey::orderId).toList();
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
        return Pipeline.of(
                purchases.write(tx, earning.changedPurchases()),
                contexts.write(tx, earning.contexts().changed()),
                usages.write(tx, earning.usage()),
                facts.keep(tx, earning.facts()),
                ledger.write(tx, earning.book()));
    }
}
