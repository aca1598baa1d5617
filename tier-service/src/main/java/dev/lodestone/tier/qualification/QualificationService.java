package dev.lodestone.tier.qualification;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.inbox.RejectedEvent;
import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.tier.ladder.Ladder;
import dev.lodestone.tier.ladder.LadderService;
import dev.lodestone.tier.membership.MembershipService;
import dev.lodestone.tier.orders.OrderService;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Turns events into growth and growth into levels, and reads the levels of members. */
@ApplicationScoped
public class QualificationService {
    private final LadderService ladders;
    private final MembershipService memberships;
    private final MemberTierRepository tiers;
    private final OrderService orders;
    private final PopulationRepository population;
    private final Transactions transactions;

    QualificationService(
            LadderService ladders,
            MembershipService memberships,
            MemberTierRepository tiers,
            OrderService orders,
            PopulationRepository population,
            Transactions transactions) {
        this.ladders = ladders;
        this.memberships = memberships;
        this.tiers = tiers;
        this.orders = orders;
        this.population = population;
        this.transactions = transactions;
    }

    /**
     * Enrols the members of {@code events}, updates their tiers and publishes one event for each change of a level. Takes at most ten
     * statements, however many events there are. Not idempotent by itself: the inbox passes each event only once and records it in {@code
     * tx}.
     *
     * <p>Locks the new members first, then the tiers that may change in the order of member ids, then the counts of the levels.
     *
     * @return the events that contradict the known state of their order
     * @throws ArithmeticException in the {@code Uni}, if a growth exceeds the range of a long
     */
    public Uni<List<RejectedEvent>> process(SqlConnection tx, List<Event<Fact>> events) {
        return ladders.inForce(tx).chain(ladder -> process(tx, ladder, events));
    }

    /**
     * The membership of {@code member} with level and growth.
     *
     * @throws ProblemException 404 {@code member-not-enrolled}
     */
    @WithSession
    public Uni<MemberTierView> memberTier(MemberId member) {
        return memberships
                .find(member)
                .chain(membership -> ladders.inForce()
                        .chain(ladder -> find(member).map(tier -> MemberTierView.of(membership, tier, ladder))));
    }

    /**
     * The growth that {@code member} still needs for each level.
     *
     * @throws ProblemException 404 {@code member-not-enrolled}
     */
    @WithSession
    public Uni<RoadmapView> roadmap(MemberId member) {
        return memberships
                .find(member)
                .chain(membership -> ladders.inForce())
                .chain(ladder -> find(member).map(tier -> RoadmapView.of(tier, ladder)));
    }

    /** The number of members, in all and by level. */
    public Uni<SummaryView> summary() {
        return transactions.read(connection -> ladders.inForce(connection)
                .chain(ladder -> population.all(connection).map(members -> SummaryView.of(members, ladder))));
    }

    private Uni<List<RejectedEvent>> process(SqlConnection tx, Ladder ladder, List<Event<Fact>> events) {
        return enrol(tx, ladder, events)
                .chain(enrolled -> calculate(tx, ladder, events).call(result -> save(tx, ladder, enrolled, result)))
                .map(result -> result.orders().rejected());
    }

    /** Returns the number of new members. */
    private Uni<Integer> enrol(SqlConnection tx, Ladder ladder, List<Event<Fact>> events) {
        String lowest = ladder.lowest().code();
        return memberships
                .enrol(tx, events, lowest)
                .call(enrolled -> tiers.create(tx, enrolled, lowest))
                .map(List::size);
    }

    private Uni<TierCalculator> calculate(SqlConnection tx, Ladder ladder, List<Event<Fact>> events) {
        List<Event<Fact>> relevant =
                events.stream().filter(TierCalculator::canChangeTier).toList();
        return tiers.lock(tx, members(relevant))
                .chain(before -> orders.load(tx, relevant).map(fold -> new TierCalculator(ladder, before, fold)))
                .invoke(calculator -> relevant.forEach(calculator::apply));
    }

    private Uni<Void> save(SqlConnection tx, Ladder ladder, int enrolled, TierCalculator result) {
        Map<String, Long> gained = result.populationChanges();
        if (enrolled > 0) {
            gained.merge(ladder.lowest().code(), (long) enrolled, Long::sum);
        }
        List<OutboxRow> changes = result.levelChanges().stream()
                .map(change -> OutboxRow.of(change.toEvent(Ids.next())))
                .toList();
        return orders.save(tx, result.orders())
                .chain(() -> tiers.save(tx, result.changedTiers()))
                .chain(() -> Outbox.append(tx, changes))
                .chain(() -> population.add(tx, gained));
    }

    private Uni<MemberTier> find(MemberId member) {
        return tiers.findById(member.value()).map(MemberTierEntity::memberTier);
    }

    private static Set<MemberId> members(List<Event<Fact>> events) {
        return events.stream().map(Event::member).collect(Collectors.toCollection(TreeSet::new));
    }
}
