package dev.lodestone.points.earning;

import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.community.CommunityFact;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.OrderPaid;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.events.recall.OfferAccepted;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.points.ledger.Account;
import dev.lodestone.points.ledger.Book;
import dev.lodestone.points.ledger.Cause;
import dev.lodestone.points.ledger.Posting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What facts do to the book: the rules in force pay, refunds take back. Works on opened accounts and loaded purchases only. */
final class Earning {
    record OrderKey(MemberId member, String orderId) {}

    private final RuleBook rules;
    private final Book book;
    private final Map<OrderKey, Purchase> purchases;
    private final Map<OrderKey, Purchase> changed = new HashMap<>();

    Earning(RuleBook rules, Book book, Map<OrderKey, Purchase> purchases) {
        this.rules = rules;
        this.book = book;
        this.purchases = purchases;
    }

    /** The order that {@code event} is about, if it is about one. */
    static @Nullable OrderKey orderOf(Event<Fact> event) {
        return event.fact() instanceof OrderFact order ? new OrderKey(event.member(), order.orderId()) : null;
    }

    /** Whether {@code event} may take points back, so that the member's lots are needed. */
    static boolean takesBack(Event<Fact> event) {
        return event.fact() instanceof OrderRefunded || event.fact() instanceof OrderCancelled;
    }

    void apply(Event<Fact> event) {
        switch (event.fact()) {
            case OrderFact order -> applyOrder(event, order);
            case CommunityFact ignored -> pay(event, null);
            case OfferAccepted accepted -> pay(event, accepted.orderId());
            default -> {
                // Nothing else pays.
            }
        }
    }

    Book book() {
        return book;
    }

    /** The purchases to be written. */
    List<Purchase> changedPurchases() {
        return List.copyOf(changed.values());
    }

    private void applyOrder(Event<Fact> event, OrderFact order) {
        OrderKey key = new OrderKey(event.member(), order.orderId());
        Purchase purchase = changed.getOrDefault(
                key, purchases.getOrDefault(key, Purchase.unknown(event.member(), order.orderId())));
        switch (order) {
            case OrderCompleted completed -> complete(event, purchase, completed);
            case OrderRefunded refunded -> takeBack(event, purchase.refunded(refunded.refunded()));
            case OrderCancelled ignored -> takeBack(event, purchase.cancelled());
            case OrderPaid ignored -> {
                // Points wait until the order is completed.
            }
        }
    }

    /** An order pays once, also when a shop tells it again under another event id. */
    private void complete(Event<Fact> event, Purchase purchase, OrderCompleted order) {
        if (!purchase.completed()) {
            List<Posting> paid = pay(event, order.orderId());
            long points = paid.stream().mapToLong(Posting::amount).sum();
            takeBack(
                    event,
                    purchase.completed(
                            order.total(),
                            points,
                            paid.isEmpty() ? null : paid.getFirst().id()));
        }
    }

    private List<Posting> pay(Event<Fact> event, @Nullable String orderId) {
        List<Posting> paid = new ArrayList<>();
        Account account = book.account(event.member());
        for (EarningRule rule : rules.inForce(EventType.of(event.fact()), event.occurredAt())) {
            long points = rule.award().points(event.fact());
            if (points > 0) {
                paid.add(account.earn(points, rule.expiresAt(event.occurredAt()), cause(event, orderId, rule)));
            }
        }
        return paid;
    }

    private void takeBack(Event<Fact> event, Purchase purchase) {
        long due = purchase.due();
        long taken = due > 0
                ? book.account(event.member()).takeBack(due, purchase.lotId(), cause(event, purchase.orderId(), null))
                : 0;
        changed.put(new OrderKey(purchase.member(), purchase.orderId()), purchase.tookBack(taken));
    }

    private static Cause cause(Event<Fact> event, @Nullable String orderId, @Nullable EarningRule rule) {
        return new Cause(
                event.key(),
                EventType.of(event.fact()).type(),
                event.occurredAt(),
                orderId,
                rule == null ? null : rule.code(),
                rule == null ? null : rule.version(),
                event.traceparent());
    }
}
