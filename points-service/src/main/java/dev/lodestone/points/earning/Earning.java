package dev.lodestone.points.earning;

import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.behaviours.BehaviourFact;
import dev.lodestone.events.community.CommunityFact;
import dev.lodestone.events.members.MemberFact;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.OrderPaid;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.events.recall.OfferAccepted;
import dev.lodestone.events.recall.OfferMade;
import dev.lodestone.events.recall.RecallFact;
import dev.lodestone.events.tiers.TierFact;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.points.account.Account;
import dev.lodestone.points.account.Cause;
import dev.lodestone.points.account.Lot;
import dev.lodestone.points.account.OrderSpend;
import dev.lodestone.points.account.RefundPolicy;
import dev.lodestone.points.evaluation.Evaluation;
import dev.lodestone.points.evaluation.Occurrence;
import dev.lodestone.points.evaluation.Outcome;
import dev.lodestone.points.evaluation.Rule;
import dev.lodestone.points.evaluation.RuleBook;
import dev.lodestone.points.evaluation.Usage;
import dev.lodestone.points.facts.KeptFact;
import dev.lodestone.points.ledger.Book;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What facts do to the book: the rules in force pay, refunds take back. Works on what was opened and loaded before, and nothing else. */
final class Earning {
    record OrderKey(MemberId member, String orderId) {}

    private final RuleBook rules;
    private final Book book;
    private final Map<OrderKey, Purchase> purchases;
    private final Contexts contexts;
    private final Usage usage;
    private final RefundPolicy policy;
    private final Map<OrderKey, Purchase> changed = new HashMap<>();
    private final List<KeptFact> facts = new ArrayList<>();

    Earning(
            RuleBook rules,
            Book book,
            Map<OrderKey, Purchase> purchases,
            Contexts contexts,
            Usage usage,
            RefundPolicy policy) {
        this.rules = rules;
        this.book = book;
        this.purchases = purchases;
        this.contexts = contexts;
        this.usage = usage;
        this.policy = policy;
    }

    /** The order that {@code event} is about, if it is about one. */
    static @Nullable OrderKey orderOf(Event<Fact> event) {
        return switch (event.fact()) {
            case OrderFact order -> new OrderKey(event.member(), order.orderId());
            case OfferAccepted accepted -> new OrderKey(event.member(), accepted.orderId());
            default -> null;
        };
    }

    /** Whether {@code event} may take points back, so that the member's lots are needed. */
    static boolean takesBack(Event<Fact> event) {
        return event.fact() instanceof OrderRefunded || event.fact() instanceof OrderCancelled;
    }

    void apply(Event<Fact> event) {
        switch (event.fact()) {
            case OrderFact order -> applyOrder(event, order);
            case MemberFact told -> {
                contexts.told(event.member(), told, event.occurredAt());
                pay(event, null);
            }
            case BehaviourFact ignored -> pay(event, null);
            case CommunityFact ignored -> pay(event, null);
            case RecallFact recall -> applyRecall(event, recall);
            case TierFact told -> contexts.told(event.member(), told);
            default ->
                throw new IllegalArgumentException(
                        EventType.of(event.fact()).type() + " is none of the facts that points are about");
        }
    }

    Book book() {
        return book;
    }

    /** The purchases as they were found. */
    Map<OrderKey, Purchase> purchases() {
        return purchases;
    }

    Contexts contexts() {
        return contexts;
    }

    Usage usage() {
        return usage;
    }

    /** The purchases to be written. */
    List<Purchase> changedPurchases() {
        return List.copyOf(changed.values());
    }

    /** The facts to be kept, with what the rules said. */
    List<KeptFact> facts() {
        return List.copyOf(facts);
    }

    private void applyRecall(Event<Fact> event, RecallFact recall) {
        switch (recall) {
            case OfferAccepted accepted -> {
                pay(event, accepted.orderId());
                settleBonus(event, accepted.orderId());
            }
            case OfferMade ignored -> {
                // An offer pays when it is accepted.
            }
        }
    }

    /** A bonus goes back with its order, also when the refund came first. */
    private void settleBonus(Event<Fact> event, String orderId) {
        OrderKey key = new OrderKey(event.member(), orderId);
        Purchase purchase = changed.getOrDefault(key, purchases.get(key));
        if (purchase != null && purchase.refunded()) {
            settle(event, purchase);
        }
    }

    private void applyOrder(Event<Fact> event, OrderFact order) {
        OrderKey key = new OrderKey(event.member(), order.orderId());
        Purchase purchase = changed.getOrDefault(
                key, purchases.getOrDefault(key, Purchase.unknown(event.member(), order.orderId())));
        switch (order) {
            case OrderCompleted completed -> complete(event, purchase, completed);
            case OrderRefunded refunded -> {
                settle(event, purchase.refunded(refunded.refunded()));
                keep(event);
            }
            case OrderCancelled ignored -> {
                settle(event, purchase.cancelled());
                keep(event);
            }
            case OrderPaid ignored -> {
                // Points wait until the order is completed.
            }
        }
    }

    /** An order pays once, also when a shop tells it again under another event id. */
    private void complete(Event<Fact> event, Purchase purchase, OrderCompleted order) {
        if (!purchase.completed()) {
            pay(event, order.orderId());
            contexts.ordered(event.member(), order.total().amountMinor(), event.occurredAt());
            settle(event, purchase.completed(order.total()));
        }
    }

    private void pay(Event<Fact> event, @Nullable String orderId) {
        List<Rule> inForce = rules.inForce(EventType.of(event.fact()), event.occurredAt());
        Occurrence occurrence = occurrence(event);
        List<Outcome> outcomes = Evaluation.of(inForce, occurrence, usage);
        if (rules.prolongs()) {
            book.accounts(event.member()).forEach(account -> account.extend(event.occurredAt()));
        }
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i).isPaid()) {
                Rule rule = inForce.get(i);
                book.account(event.member(), rule.definition().asset())
                        .earn(outcomes.get(i).points(), rule.terms(event.occurredAt()), cause(event, orderId, rule));
            }
        }
        facts.add(new KeptFact(event.key(), occurrence, outcomes));
    }

    private void keep(Event<Fact> event) {
        facts.add(new KeptFact(event.key(), occurrence(event), List.of()));
    }

    private Occurrence occurrence(Event<Fact> event) {
        return new Occurrence(event.member(), event.fact(), event.occurredAt(), contexts.of(event.member()));
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

    private static Cause cause(Event<Fact> event, @Nullable String orderId, @Nullable Rule rule) {
        return new Cause(
                event.key(),
                EventType.of(event.fact()).type(),
                event.occurredAt(),
                orderId,
                rule == null ? null : rule.code(),
                rule == null ? null : rule.version(),
                null,
                event.traceparent(),
                null);
    }
}
