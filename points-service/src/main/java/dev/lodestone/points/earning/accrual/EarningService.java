package dev.lodestone.points.earning.accrual;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.orders.state.OrderNumbers;
import dev.lodestone.events.recall.OfferAccepted;
import dev.lodestone.platform.alarm.Alarms;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.inbox.RejectedEvent;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.platform.orders.OrderKey;
import dev.lodestone.platform.orders.OrdersConfig;
import dev.lodestone.platform.sql.Pipeline;
import dev.lodestone.points.earning.campaigns.RuleUsageService;
import dev.lodestone.points.earning.evaluation.Outcome;
import dev.lodestone.points.earning.evaluation.RuleSet;
import dev.lodestone.points.earning.evaluation.RuleUsage;
import dev.lodestone.points.earning.events.RecordedEvent;
import dev.lodestone.points.earning.events.RecordedEventService;
import dev.lodestone.points.earning.ruleset.RuleSetService;
import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.postings.LedgerService;
import dev.lodestone.points.ledger.postings.LockedAccounts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Processes a batch of events in the transaction of its inbox rows. Idempotent by the inbox and, for orders, by the order's number.
 *
 * <p>Locks the accounts of all members of the batch first, so that rules see orders and balances that no other transaction changes.
 */
@ApplicationScoped
public class EarningService {
    private final LedgerService ledger;
    private final RuleSetService rules;
    private final PurchaseRepository purchases;
    private final ContextRepository contexts;
    private final RuleUsageService usages;
    private final RecordedEventService recordedEvents;
    private final Alarms alarms;
    private final OrderNumbers numbers;

    EarningService(
            LedgerService ledger,
            RuleSetService rules,
            PurchaseRepository purchases,
            ContextRepository contexts,
            RuleUsageService usages,
            RecordedEventService recordedEvents,
            OrdersConfig orders,
            Alarms alarms) {
        this.ledger = ledger;
        this.rules = rules;
        this.purchases = purchases;
        this.contexts = contexts;
        this.usages = usages;
        this.recordedEvents = recordedEvents;
        this.alarms = alarms;
        this.numbers = orders.numbersUnique();
    }

    /**
     * Applies {@code events} in their order.
     *
     * @return the events that contradict the recorded state of their order
     */
    public Uni<List<RejectedEvent>> process(SqlConnection tx, List<Event<Fact>> events) {
        Set<MemberId> members = events.stream().map(Event::member).collect(Collectors.toSet());
        return rules.published(tx)
                .chain(published -> load(tx, published, members, events))
                .call(earning -> apply(tx, earning, events))
                .map(earning -> earning.purchases().fold().rejected());
    }

    /** Locks the accounts before it reads anything else, so that the data read afterwards cannot change. */
    private Uni<EarningBatch> load(
            SqlConnection tx, RuleSet published, Set<MemberId> members, List<Event<Fact>> events) {
        return Uni.combine()
                .all()
                .unis(
                        ledger.open(tx, members, published.assets()),
                        purchases.find(tx, orderKeys(events)),
                        contexts.find(tx, members),
                        usages.load(tx, published, events))
                .collectFailures()
                .with((accounts, known, context, usage) ->
                        new Loaded(accounts, new Purchases(numbers, known), context, usage))
                .onFailure()
                .transform(Pipeline::cause)
                .call(loaded -> loadLots(tx, loaded, published.hasActivityExpiry() ? members : null, events))
                .chain(loaded -> loadHistory(tx, published, loaded, events)
                        .map(history -> new EarningBatch(
                                published,
                                loaded.accounts(),
                                loaded.purchases(),
                                history,
                                loaded.contexts(),
                                loaded.usage(),
                                ledger.refundPolicy())));
    }

    private record Loaded(LockedAccounts accounts, Purchases purchases, MemberContexts contexts, RuleUsage usage) {}

    /** The orders of {@code events}, including those of bonuses. */
    private Set<OrderKey> orderKeys(List<Event<Fact>> events) {
        Set<OrderKey> keys = new HashSet<>(OrderFold.keysOf(numbers, events));
        for (Event<Fact> event : events) {
            if (event.fact() instanceof OfferAccepted accepted) {
                keys.add(new OrderKey(event.member(), accepted.orderId()));
            }
        }
        return keys;
    }

    /** Loads lots only where an event may claw back or return points, or where activity extends their expiry. */
    private Uni<Void> loadLots(
            SqlConnection tx, Loaded loaded, @Nullable Set<MemberId> allMembers, List<Event<Fact>> events) {
        List<Event<Fact>> changes = OrderChanges.among(numbers, loaded.purchases(), events);
        List<String> orderIds = (allMembers == null ? changes : events)
                .stream().flatMap(OrderChanges::orderId).toList();
        Set<MemberId> members =
                allMembers == null ? changes.stream().map(Event::member).collect(Collectors.toSet()) : allMembers;
        return ledger.load(tx, loaded.accounts(), members, orderIds, List.of());
    }

    /** Loads earlier outcomes and the rules of lots, for orders that are sent again. */
    private Uni<CorrectionHistory> loadHistory(
            SqlConnection tx, RuleSet published, Loaded loaded, List<Event<Fact>> events) {
        List<Event<Fact>> resent = OrderChanges.resent(numbers, loaded.purchases(), events);
        if (resent.isEmpty()) {
            return Uni.createFrom().item(CorrectionHistory.NONE);
        }
        Set<MemberId> members = resent.stream().map(Event::member).collect(Collectors.toSet());
        Set<UUID> completions = OrderChanges.completions(numbers, loaded.purchases(), resent);
        Set<UUID> lots = members.stream()
                .flatMap(member -> loaded.accounts().accounts(member).stream())
                .flatMap(account ->
                        resent.stream().flatMap(OrderChanges::orderId).flatMap(id -> account.lotsOf(id).stream()))
                .map(Lot::id)
                .collect(Collectors.toSet());
        return Pipeline.both(
                        recordedEvents.findAll(tx, members, completions),
                        ledger.rules(tx, members, lots),
                        CorrectionHistory::new)
                .call(() -> usages.load(
                        tx,
                        loaded.usage(),
                        published,
                        OrderChanges.atFirstCompletion(numbers, loaded.purchases(), resent)));
    }

    /**
     * Raises an alarm for each rule that failed. The operator must correct the rule; it paid nothing, and the other rules are not affected.
     */
    private void raiseAlarms(List<RecordedEvent> recorded) {
        for (RecordedEvent event : recorded) {
            for (Outcome outcome : event.outcomes()) {
                if (outcome.reason().isFailure()) {
                    alarms.raise(
                            "rule-failed",
                            "rule=%s version=%d cause=%s"
                                    .formatted(outcome.code(), outcome.version(), outcome.failure()));
                }
            }
        }
    }

    private Uni<Void> apply(SqlConnection tx, EarningBatch earning, List<Event<Fact>> events) {
        events.forEach(earning::apply);
        raiseAlarms(earning.recordedEvents());
        return Pipeline.of(
                purchases.write(tx, earning.purchases().changed()),
                contexts.write(tx, earning.contexts().changed()),
                usages.write(tx, earning.usage()),
                recordedEvents.record(tx, earning.recordedEvents()),
                ledger.write(tx, earning.accounts()));
    }
}
