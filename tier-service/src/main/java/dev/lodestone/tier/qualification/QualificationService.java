package dev.lodestone.tier.qualification;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.inbox.RejectedEvent;
import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.platform.sql.Pipeline;
import dev.lodestone.tier.awards.AwardService;
import dev.lodestone.tier.growth.FactService;
import dev.lodestone.tier.membership.Membership;
import dev.lodestone.tier.membership.MembershipService;
import dev.lodestone.tier.tiersets.TierSetVersions;
import dev.lodestone.tier.tiersets.VersionInForce;
import dev.lodestone.tier.versions.TierSetService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides the levels of members as events and time come. */
@ApplicationScoped
class QualificationService {
    private final TierSetService tierSets;
    private final MembershipService memberships;
    private final MemberTierRepository tiers;
    private final FactService facts;
    private final AwardService awards;
    private final LevelChangeRepository changes;
    private final PopulationRepository population;
    private final Clock clock;

    QualificationService(
            TierSetService tierSets,
            MembershipService memberships,
            MemberTierRepository tiers,
            FactService facts,
            AwardService awards,
            LevelChangeRepository changes,
            PopulationRepository population,
            Clock clock) {
        this.tierSets = tierSets;
        this.memberships = memberships;
        this.tiers = tiers;
        this.facts = facts;
        this.awards = awards;
        this.changes = changes;
        this.population = population;
        this.clock = clock;
    }

    /**
     * Enrols the members of {@code events}, keeps their facts, and publishes one event for each change of a level. The number of statements does
     * not depend on the number of events. Not idempotent by itself: the inbox passes each event only once and records it in {@code tx}.
     *
     * <p>Locks the new members first, then the tiers that may change in the order of member ids, then the counts of the levels.
     *
     * @return the events that contradict the known state of their order
     * @throws ArithmeticException in the {@code Uni}, if a growth exceeds the range of a long
     */
    Uni<List<RejectedEvent>> process(SqlConnection tx, List<Event<Fact>> events) {
        return tierSets.published(tx).chain(versions -> process(tx, versions, events));
    }

    /**
     * Decides the levels that time has changed, at most {@code limit}; publishes one event for each change. While no version can be
     * evaluated, none is decided and all wait. Reads the versions once the members are locked, see {@link RolloutService}.
     *
     * @return the number of members that were decided
     */
    Uni<Integer> settleDue(SqlConnection tx, int limit) {
        Instant now = clock.instant();
        return tiers.lockDue(tx, now, limit).chain(due -> settleDue(tx, due, now));
    }

    /** As {@link #settleDue(SqlConnection, int)} for one member; 0 if the member is not due, or another transaction decides it. */
    Uni<Integer> settleDue(SqlConnection tx, MemberId member) {
        Instant now = clock.instant();
        return tiers.lockDue(tx, now, member).chain(due -> settleDue(tx, due, now));
    }

    /** Decides the level of one member again, whose tier {@code tx} has locked. While no version can be evaluated, it waits for the next due time. */
    Uni<Void> settle(SqlConnection tx, MemberTier locked) {
        return tierSets.published(tx)
                .chain(versions -> settle(tx, versions, Map.of(locked.member(), locked), clock.instant()))
                .replaceWithVoid();
    }

    private Uni<Integer> settleDue(SqlConnection tx, Map<MemberId, MemberTier> due, Instant now) {
        return due.isEmpty()
                ? Uni.createFrom().item(0)
                : tierSets.published(tx)
                        .chain(versions ->
                                versions.frozen() ? Uni.createFrom().item(0) : settle(tx, versions, due, now));
    }

    private Uni<List<RejectedEvent>> process(SqlConnection tx, TierSetVersions versions, List<Event<Fact>> events) {
        Instant now = clock.instant();
        String lowest = versions.at(now).set().levels().getFirst().code();
        return memberships
                .enrol(tx, events, lowest)
                .chain(enrolled -> tiers.create(tx, begun(enrolled, lowest, nextVersion(versions, now)))
                        .chain(() -> calculate(tx, versions, events, now))
                        .call(result -> save(tx, result, Map.of(lowest, (long) enrolled.size()), now))
                        .map(result -> result.facts().orders().rejected()));
    }

    private Uni<Integer> settle(
            SqlConnection tx, TierSetVersions versions, Map<MemberId, MemberTier> due, Instant now) {
        if (due.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return calculator(tx, versions, due, now)
                .invoke(calculator -> due.keySet().stream().sorted().forEach(calculator::settle))
                .chain(result -> save(tx, result, Map.of(), now))
                .replaceWith(due.size());
    }

    private Uni<TierCalculator> calculate(
            SqlConnection tx, TierSetVersions versions, List<Event<Fact>> events, Instant now) {
        return tiers.lock(tx, events)
                .chain(before -> calculator(tx, versions, before, now)
                        .invoke(calculator -> events.stream()
                                .filter(event -> before.containsKey(event.member()))
                                .forEach(calculator::apply)));
    }

    /** The awards are asked for together with the facts, so that they cost no round trip. */
    private Uni<TierCalculator> calculator(
            SqlConnection tx, TierSetVersions versions, Map<MemberId, MemberTier> before, Instant now) {
        return Pipeline.both(
                facts.of(tx, versions, before.keySet()),
                awards.of(tx, before.keySet()),
                (known, given) -> new TierCalculator(versions, before, known, given, now));
    }

    private Uni<Void> save(SqlConnection tx, TierCalculator result, Map<String, Long> enrolled, Instant now) {
        Map<String, Long> gained = result.populationChanges();
        enrolled.forEach((level, members) -> gained.merge(level, members, Long::sum));
        gained.values().removeIf(members -> members == 0);
        List<OutboxRow> published = Stream.concat(
                        result.levelChanges().stream().map(change -> OutboxRow.of(change.toEvent(Ids.next()))),
                        result.noticeChanges().stream().map(change -> OutboxRow.of(change.toEvent(Ids.next()))))
                .toList();
        return facts.save(tx, result.facts().orders(), result.activities())
                .chain(() -> tiers.save(tx, result.changedTiers()))
                .chain(() -> changes.add(tx, result.levelChanges(), now))
                .chain(() -> Outbox.append(tx, published))
                .chain(() -> population.add(tx, gained));
    }

    private static List<MemberTier> begun(List<Membership> enrolled, String lowest, @Nullable Instant due) {
        return enrolled.stream()
                .map(membership -> new MemberTier(membership.member(), lowest, 0, membership.enrolledAt(), due))
                .toList();
    }

    /** A version that is published but not in force yet may have been rolled out already; so a new member is decided when it comes. */
    private static @Nullable Instant nextVersion(TierSetVersions versions, Instant now) {
        return versions.all().stream()
                .map(VersionInForce::from)
                .filter(from -> from.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
