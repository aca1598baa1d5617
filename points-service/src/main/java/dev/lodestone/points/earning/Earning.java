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
import dev.lodestone.points.account.Account;
import dev.lodestone.points.account.Asset;
import dev.lodestone.points.account.Cause;
import dev.lodestone.points.account.Lot;
import dev.lodestone.points.account.OrderSpend;
import dev.lodestone.points.account.Posting;
import dev.lodestone.points.account.RefundPolicy;
import dev.lodestone.points.account.Terms;
import dev.lodestone.points.ledger.Book;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What facts do to the book: the rules in force pay, refunds take back. Works on opened accounts and loaded purchases only. */
final class Earning {
    record OrderKey(MemberId member, String orderId) {}

    private final RefundPolicy policy;
    private final RuleBook rules;
    private final Book book;
    private final Map<OrderKey, Purchase> purchases;
    private final Map<OrderKey, Purchase> changed = new HashMap<>();

    Earning(RuleBook rules, Book book, Map<OrderKey, Purchase> purchases, RefundPolicy policy) {
        this.policy = policy;
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
            case OrderRefunded refunded -> settle(event, purchase.refunded(refunded.refunded()));
            case OrderCancelled ignored -> settle(event, purchase.cancelled());
            case OrderPaid ignored -> {
                // Points wait until the order is completed.
            }
        }
    }

    /** An order pays once, also when a shop tells it again under another event id. */
    private void complete(Event<Fact> event, Purchase purchase, OrderCompleted order) {
        if (!purchase.completed()) {
            pay(event, order.orderId());
            settle(event, purchase.completed(order.total()));
        }
    }

    private List<Posting> pay(Event<Fact> event, @Nullable String orderId) {
        List<Posting> paid = new ArrayList<>();
        Account account = book.account(event.member(), Asset.POINTS);
        for (EarningRule rule : rules.inForce(EventType.of(event.fact()), event.occurredAt())) {
            long points = rule.award().points(event.fact());
            if (points > 0) {
                paid.add(account.earn(
                        points, Terms.until(rule.expiresAt(event.occurredAt())), cause(event, orderId, rule)));
            }
        }
        return paid;
    }

    /** Takes back, of every lot that the order brought, and gives back, of everything spent on it, the share that was refunded. */
    private void settle(Event<Fact> event, Purchase purchase) {
        changed.put(new OrderKey(purchase.member(), purchase.orderId()), purchase);
        if (!purchase.refunded()) {
            return;
        }
        Cause cause = cause(event, purchase.orderId(), null);
        for (Account account : book.accounts(event.member())) {
            account.advance(event.occurredAt());
            for (Lot lot : account.lotsOf(purchase.orderId())) {
                long due = lot.amount() - purchase.kept(lot.amount()) - lot.takenBack();
                if (due > 0) {
                    account.refunds().takeBack(lot.id(), due, cause, policy);
                }
            }
            for (OrderSpend spend : book.spends(account, purchase.orderId())) {
                long due = spend.amount()
                        - purchase.kept(spend.amount())
                        - account.refunds().returnedOf(spend);
                if (due > 0) {
                    account.refunds().giveBack(spend, due, cause);
                }
            }
        }
    }

    private static Cause cause(Event<Fact> event, @Nullable String orderId, @Nullable EarningRule rule) {
        return new Cause(
                event.key(),
                EventType.of(event.fact()).type(),
                event.occurredAt(),
                orderId,
                rule == null ? null : rule.code(),
                rule == null ? null : rule.version(),
                null,
                event.traceparent());
    }
}
