package dev.lodestone.tier.qualification;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.orders.state.OrderNumbers;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.inbox.RejectedEvent;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.platform.orders.OrdersConfig;
import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.tier.ladder.Ladder;
import dev.lodestone.tier.ladder.LadderService;
import dev.lodestone.tier.membership.MembershipService;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Turns facts into growth and growth into levels, and answers where members stand. */
@ApplicationScoped
public class QualificationService {
    private final LadderService ladders;
    private final MembershipService memberships;
    private final StandingRepository standings;
    private final OrderRepository orders;
    private final PopulationRepository population;
    private final Transactions transactions;
    private final OrderNumbers numbers;

    QualificationService(
            LadderService ladders,
            MembershipService memberships,
            StandingRepository standings,
            OrderRepository orders,
            PopulationRepository population,
            Transactions transactions,
            OrdersConfig config) {
        this.ladders = ladders;
        this.memberships = memberships;
        this.standings = standings;
        this.orders = orders;
        this.population = population;
        this.transactions = transactions;
        this.numbers = config.numbersUnique();
    }

    /**
     * Enrols everybody in {@code events} and brings the standings of those who bought or did something up to date, with one event for each
     * change of a level. At most ten statements, however many the events. The events must be new to this service: their inbox rows are
     * written by {@code tx} too.
     *
     * <p>Locks: new members, then the standings concerned in the order of member ids, then the counts of levels.
     *
     * @return the events that contradict what is known of their order
     * @throws ArithmeticException in the {@code Uni}, if a growth leaves the range of a long
     */
    public Uni<List<RejectedEvent>> take(SqlConnection tx, List<Event<Fact>> events) {
        return ladders.inForce(tx)
                .chain(ladder -> enrol(tx, ladder, events)
                        .chain(enrolled ->
                                qualify(tx, ladder, events).call(reckoning -> save(tx, ladder, enrolled, reckoning))))
                .map(reckoning -> reckoning.orders().rejected());
    }

    /**
     * Where {@code member} stands.
     *
     * @throws ProblemException 404 {@code member-not-enrolled} if nothing was ever heard of them
     */
    @WithSession
    public Uni<StandingView> standing(MemberId member) {
        return memberships
                .find(member)
                .chain(membership -> ladders.inForce()
                        .chain(ladder ->
                                current(member).map(standing -> StandingView.of(membership, standing, ladder))));
    }

    /**
     * What {@code member} lacks for each level.
     *
     * @throws ProblemException 404 {@code member-not-enrolled} if nothing was ever heard of them
     */
    @WithSession
    public Uni<RoadmapView> roadmap(MemberId member) {
        return memberships
                .find(member)
                .chain(membership -> ladders.inForce())
                .chain(ladder -> current(member).map(standing -> RoadmapView.of(standing, ladder)));
    }

    /** How many members stand on each level. */
    public Uni<SummaryView> summary() {
        return transactions.read(connection -> ladders.inForce(connection)
                .chain(ladder -> population.all(connection).map(members -> SummaryView.of(members, ladder))));
    }

    private Uni<Integer> enrol(SqlConnection tx, Ladder ladder, List<Event<Fact>> events) {
        String base = ladder.base().code();
        return memberships
                .enrol(tx, events, base)
                .call(enrolled -> standings.open(tx, enrolled, base))
                .map(List::size);
    }

    private Uni<Reckoning> qualify(SqlConnection tx, Ladder ladder, List<Event<Fact>> events) {
        List<Event<Fact>> concerned =
                events.stream().filter(Reckoning::concerns).toList();
        return standings
                .lock(tx, members(concerned))
                .chain(before -> orders.load(tx, OrderFold.keysOf(numbers, concerned))
                        .map(known -> reckon(new Reckoning(ladder, before, new OrderFold(numbers, known)), concerned)));
    }

    private Uni<Void> save(SqlConnection tx, Ladder ladder, int enrolled, Reckoning reckoning) {
        Map<String, Long> gained = reckoning.populationChanges();
        if (enrolled > 0) {
            gained.merge(ladder.base().code(), (long) enrolled, Long::sum);
        }
        List<OutboxRow> changes =
                reckoning.levelChanges().stream().map(OutboxRow::of).toList();
        return orders.save(tx, reckoning.orders().changed())
                .chain(() -> standings.save(tx, reckoning.changedStandings()))
                .chain(() -> Outbox.append(tx, changes))
                .chain(() -> population.add(tx, gained));
    }

    private Uni<Standing> current(MemberId member) {
        return standings.findById(member.value()).map(StandingEntity::standing);
    }

    private static Reckoning reckon(Reckoning reckoning, List<Event<Fact>> events) {
        events.forEach(reckoning::take);
        return reckoning;
    }

    private static Set<MemberId> members(List<Event<Fact>> events) {
        return events.stream().map(Event::member).collect(Collectors.toCollection(TreeSet::new));
    }
}
