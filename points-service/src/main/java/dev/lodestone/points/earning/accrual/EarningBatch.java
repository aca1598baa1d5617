package dev.lodestone.points.earning.accrual;

import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.events.behaviours.BehaviourFact;
import dev.lodestone.events.community.CommunityFact;
import dev.lodestone.events.members.MemberFact;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.OrderPaid;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.events.orders.state.Completion;
import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.events.recall.OfferAccepted;
import dev.lodestone.events.recall.OfferMade;
import dev.lodestone.events.recall.RecallFact;
import dev.lodestone.events.tiers.TierFact;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.orders.OrderKey;
import dev.lodestone.points.earning.evaluation.Evaluation;
import dev.lodestone.points.earning.evaluation.EvaluationInput;
import dev.lodestone.points.earning.evaluation.MemberContext;
import dev.lodestone.points.earning.evaluation.Outcome;
import dev.lodestone.points.earning.evaluation.Rule;
import dev.lodestone.points.earning.evaluation.RuleSet;
import dev.lodestone.points.earning.evaluation.RuleUsage;
import dev.lodestone.points.earning.events.RecordedEvent;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.account.Cause;
import dev.lodestone.points.ledger.account.Posting;
import dev.lodestone.points.ledger.account.RefundPolicy;
import dev.lodestone.points.ledger.postings.LockedAccounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applies events to accounts: rules in force pay, refunds claw back. Pure: it uses only the accounts and data that were loaded before. */
final class EarningBatch {
    private final RuleSet rules;
    private final LockedAccounts accounts;
    private final Purchases purchases;
    private final CorrectionHistory history;
    private final MemberContexts contexts;
    private final RuleUsage usage;
    private final RefundPolicy policy;
    private final Map<UUID, RecordedEvent> recordedEvents = new LinkedHashMap<>();

    EarningBatch(
            RuleSet rules,
            LockedAccounts accounts,
            Purchases purchases,
            CorrectionHistory history,
            MemberContexts contexts,
            RuleUsage usage,
            RefundPolicy policy) {
        this.rules = rules;
        this.accounts = accounts;
        this.purchases = purchases;
        this.history = history;
        this.contexts = contexts;
        this.usage = usage;
        this.policy = policy;
    }

    void apply(Event<Fact> event) {
        switch (event.fact()) {
            case OrderFact order -> applyOrder(event, order);
            case MemberFact member -> {
                contexts.updateAttributes(event.member(), member, event.occurredAt());
                pay(event, null);
            }
            case BehaviourFact ignored -> pay(event, null);
            case CommunityFact ignored -> pay(event, null);
            case RecallFact recall -> applyRecall(event, recall);
            case TierFact tier -> contexts.updateTier(event.member(), tier);
            default ->
                throw new IllegalArgumentException(
                        EventType.of(event.fact()).type() + " is not an event that points-service processes");
        }
    }

    LockedAccounts accounts() {
        return accounts;
    }

    Purchases purchases() {
        return purchases;
    }

    MemberContexts contexts() {
        return contexts;
    }

    RuleUsage usage() {
        return usage;
    }

    /** The events to record, with the outcomes of the rules. */
    List<RecordedEvent> recordedEvents() {
        return List.copyOf(recordedEvents.values());
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

    /** Claws back a bonus in the share that is refunded, also when the refund arrived before the bonus. */
    private void settleBonus(Event<Fact> event, String orderId) {
        OrderKey key = new OrderKey(event.member(), orderId);
        OrderState state = purchases.fold().state(key);
        if (state.isUndone()) {
            settle(event, key, orderId, state, Map.of());
        }
    }

    /**
     * Applies an event of an order. An event that changes nothing has no effect. A contradicting event becomes a dead letter and must have
     * no effect.
     */
    private void applyOrder(Event<Fact> event, OrderFact order) {
        OrderKey key = Objects.requireNonNull(purchases.fold().keyOf(event), "the order that the event is about");
        OrderState before = purchases.fold().state(key);
        if (!purchases.fold().apply(key, event)) {
            return;
        }
        switch (order) {
            case OrderCompleted completed -> complete(event, key, completed, before);
            case OrderRefunded ignored -> settleReduction(event, key, order.orderId(), before);
            case OrderCancelled ignored -> settleReduction(event, key, order.orderId(), before);
            case OrderPaid ignored -> {
                // Points wait until the order is completed.
            }
        }
    }

    private void settleReduction(Event<Fact> event, OrderKey key, String orderId, OrderState before) {
        if (!purchases.fold().isRejected(event)) {
            recordEvent(new RecordedEvent(event.key(), input(event), List.of(), null));
        }
        if (purchases.fold().state(key).completion() != null) {
            settle(event, key, orderId, before, Map.of());
        }
    }

    private void complete(Event<Fact> event, OrderKey key, OrderCompleted order, OrderState before) {
        if (before.completion() != null) {
            reevaluate(event, key, order, before, before.completion());
            return;
        }
        purchases.recordPaid(key, pay(event, order.orderId()));
        contexts.addOrder(event.member(), order.total().amountMinor(), event.occurredAt());
        if (purchases.fold().state(key).isUndone()) {
            settle(event, key, order.orderId(), before, Map.of());
        }
    }

    /**
     * Evaluates a corrected order again, by the rules and the member context of the time at which it took place, and posts the difference.
     */
    private void reevaluate(Event<Fact> event, OrderKey key, OrderCompleted order, OrderState before, Completion old) {
        Completion now = Objects.requireNonNull(purchases.fold().state(key).completion(), "a completed order");
        RecordedEvent recorded =
                recordedEvents.getOrDefault(old.key(), history.events().get(old.key()));
        Fact deciding = now.key().equals(event.key())
                ? order
                : recorded == null ? null : recorded.input().fact();
        List<OrderAward> paid = purchases.awards(key, order.orderId(), accounts, history.rules());
        Map<OrderAward, Long> pointsBefore = new HashMap<>();
        if (deciding != null) {
            MemberContext context = recorded == null
                    ? contexts.of(event.member())
                    : recorded.input().context();
            EvaluationInput input = new EvaluationInput(event.member(), deciding, now.firstAt(), context);
            EvaluationInput first = recorded == null ? input : recorded.input();
            paid.forEach(award -> rule(award).ifPresent(rule -> usage.remove(rule, first, award.points())));
            List<Rule> inForce = rules.inForce(EventType.ORDER_COMPLETED, now.firstAt());
            List<Outcome> outcomes = Evaluation.of(inForce, input, usage);
            recordEvent(new RecordedEvent(event.key(), input, outcomes, old.key()));
            paid = Awards.reevaluate(paid, award -> rule(award).isPresent(), inForce, outcomes, pointsBefore);
            contexts.correctAmount(
                    event.member(), now.total().amountMinor() - old.total().amountMinor());
        }
        purchases.replace(key, paid);
        settle(event, key, order.orderId(), before, pointsBefore);
    }

    /** The rule of an award, if it is a rule for orders. */
    private Optional<Rule> rule(OrderAward award) {
        return find(award).filter(rule -> rule.type() == EventType.ORDER_COMPLETED);
    }

    private Optional<Rule> find(OrderAward award) {
        return award.rule() == null || award.version() == null
                ? Optional.empty()
                : rules.find(award.rule(), award.version());
    }

    /** Evaluates the rules in force and posts what they pay; returns the award of each rule that paid. */
    private List<OrderAward> pay(Event<Fact> event, @Nullable String orderId) {
        List<Rule> inForce = rules.inForce(EventType.of(event.fact()), event.occurredAt());
        EvaluationInput input = input(event);
        List<Outcome> outcomes = Evaluation.of(inForce, input, usage);
        if (rules.hasActivityExpiry()) {
            accounts.accounts(event.member()).forEach(account -> account.extend(event.occurredAt()));
        }
        List<OrderAward> awards = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i).isPaid()) {
                Rule rule = inForce.get(i);
                Asset asset = rule.definition().asset();
                Posting posting = accounts.account(event.member(), asset)
                        .earn(outcomes.get(i).points(), rule.terms(event.occurredAt()), cause(event, orderId, rule));
                awards.add(new OrderAward(rule.code(), rule.version(), asset, posting.amount(), List.of(posting.id())));
            }
        }
        recordEvent(new RecordedEvent(event.key(), input, outcomes, null));
        return awards;
    }

    private void recordEvent(RecordedEvent recorded) {
        recordedEvents.put(recorded.eventId(), recorded);
    }

    private EvaluationInput input(Event<Fact> event) {
        return new EvaluationInput(event.member(), event.fact(), event.occurredAt(), contexts.of(event.member()));
    }

    /**
     * Posts the difference between the points of an order and its state.
     *
     * @param pointsBefore the former points of awards that changed
     */
    private void settle(
            Event<Fact> event, OrderKey key, String orderId, OrderState before, Map<OrderAward, Long> pointsBefore) {
        OrderSettlement settlement =
                new OrderSettlement(before, purchases.fold().state(key), policy);
        accounts.accounts(event.member()).forEach(account -> account.advance(event.occurredAt()));
        List<OrderAward> settled = new ArrayList<>();
        boolean increased = false;
        for (OrderAward award : purchases.awards(key, orderId, accounts, history.rules())) {
            Optional<Rule> rule = find(award);
            boolean corrected = event.fact() instanceof OrderCompleted && rule.isPresent();
            UUID lot = settlement.settle(
                    accounts.account(event.member(), award.asset()),
                    award,
                    pointsBefore.getOrDefault(award, award.points()),
                    cause(event, orderId, corrected ? rule.get() : null),
                    rule.map(found -> new OrderSettlement.Increase(
                                    found.terms(event.occurredAt()), cause(event, orderId, found)))
                            .orElse(null));
            settled.add(lot == null ? award : award.withLot(lot));
            increased |= lot != null;
        }
        if (increased) {
            purchases.replace(key, settled);
        }
        Cause cause = cause(event, orderId, null);
        accounts.accounts(event.member())
                .forEach(account -> settlement.returnSpent(account, accounts.spends(account, orderId), cause));
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
