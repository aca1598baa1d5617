package dev.lodestone.tier.levels;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.sql.Pipeline;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.tier.awards.AwardService;
import dev.lodestone.tier.awards.LevelAward;
import dev.lodestone.tier.growth.FactService;
import dev.lodestone.tier.history.Award;
import dev.lodestone.tier.history.Growth;
import dev.lodestone.tier.history.LevelHistory;
import dev.lodestone.tier.history.Roadmap;
import dev.lodestone.tier.history.Stay;
import dev.lodestone.tier.membership.Membership;
import dev.lodestone.tier.membership.MembershipNumber;
import dev.lodestone.tier.membership.MembershipService;
import dev.lodestone.tier.qualification.DecisionService;
import dev.lodestone.tier.qualification.MemberTier;
import dev.lodestone.tier.tiersets.LevelView;
import dev.lodestone.tier.tiersets.TierSet;
import dev.lodestone.tier.tiersets.TierSetVersions;
import dev.lodestone.tier.versions.TierSetService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the levels of members. What it answers is computed from the facts at the moment of the request, so a level that has ended by time is not
 * shown for the moment until that is booked.
 */
@ApplicationScoped
public class LevelService {
    private final TierSetService tierSets;
    private final MembershipService memberships;
    private final FactService facts;
    private final AwardService awards;
    private final DecisionService decisions;
    private final Transactions transactions;
    private final Clock clock;

    LevelService(
            TierSetService tierSets,
            MembershipService memberships,
            FactService facts,
            AwardService awards,
            DecisionService decisions,
            Transactions transactions,
            Clock clock) {
        this.tierSets = tierSets;
        this.memberships = memberships;
        this.facts = facts;
        this.awards = awards;
        this.decisions = decisions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is known of a member at one moment. */
    private record Known(
            MemberTier tier, TierSetVersions versions, List<Growth> growth, List<LevelAward> awards, Instant now) {
        LevelHistory history() {
            List<Award> given = awards.stream().map(LevelAward::toAward).toList();
            return LevelHistory.of(versions.all(), tier.beganAt(), growth, given, now.plus(LevelHistory.FORESIGHT));
        }

        Roadmap roadmap() {
            return Roadmap.of(versions.all(), tier.beganAt(), growth, now);
        }

        TierSet set() {
            return versions.at(now).set();
        }

        /** The level in force; as it was decided last while no version can be evaluated. */
        String level(LevelHistory history) {
            Stay stay = history.at(now);
            return versions.frozen() || stay == null ? tier.level() : stay.level();
        }
    }

    /**
     * The membership of {@code member} with level and growth.
     *
     * @throws ProblemException 404 {@code member-not-enrolled}
     */
    Uni<MemberTierView> memberTier(MemberId member) {
        return memberships.find(member).chain(this::memberTier);
    }

    /**
     * The membership with {@code number}, with level and growth.
     *
     * @throws ProblemException 404 {@code member-not-enrolled} if the number is not issued
     */
    Uni<MemberTierView> memberTier(MembershipNumber number) {
        return memberships.find(number).chain(this::memberTier);
    }

    /**
     * The growth that {@code member} still needs for each level, and what is foreseen.
     *
     * @throws ProblemException 404 {@code member-not-enrolled}
     */
    Uni<RoadmapView> roadmap(MemberId member) {
        return memberships
                .find(member)
                .chain(() -> known(member, known -> {
                    LevelHistory history = known.history();
                    return RoadmapView.of(known.level(history), known.set(), known.roadmap(), history, known.now());
                }));
    }

    /**
     * The levels of {@code member} and why.
     *
     * @throws ProblemException 404 {@code member-not-enrolled}
     */
    Uni<HistoryView> history(MemberId member) {
        return memberships
                .find(member)
                .chain(() -> transactions.read(connection -> known(connection, member)
                        .chain(known -> decisions
                                .newest(connection, member, HistoryView.DECISIONS_MAX)
                                .map(decisions -> HistoryView.of(
                                        known.set(),
                                        known.history(),
                                        known.growth(),
                                        known.awards(),
                                        decisions,
                                        known.now())))));
    }

    /** The levels of the tier set in force. */
    Uni<List<LevelView>> levels() {
        return transactions
                .read(tierSets::published)
                .map(versions -> LevelView.of(versions.at(clock.instant()).set()));
    }

    /** The number of members, in all and by level. */
    Uni<SummaryView> summary() {
        return transactions.read(connection -> tierSets.published(connection)
                .chain(versions -> decisions
                        .population(connection)
                        .map(members -> SummaryView.of(
                                members, versions.at(clock.instant()).set()))));
    }

    private Uni<MemberTierView> memberTier(Membership membership) {
        return known(membership.member(), known -> view(membership, known));
    }

    private <T> Uni<T> known(MemberId member, Function<Known, T> view) {
        return transactions.read(connection -> known(connection, member)).map(view);
    }

    private Uni<Known> known(SqlConnection connection, MemberId member) {
        Instant now = clock.instant();
        return tierSets.published(connection)
                .chain(versions -> decisions
                        .find(connection, member)
                        .map(Optional::orElseThrow)
                        .chain(tier -> Pipeline.both(
                                facts.of(connection, versions, Set.of(member)),
                                awards.all(connection, member),
                                (found, given) -> new Known(
                                        tier, versions, found.of(member).growth(), given, now))));
    }

    private static MemberTierView view(Membership membership, Known known) {
        String level = known.level(known.history());
        long growth = known.roadmap().growth().values().iterator().next();
        return MemberTierView.of(membership, level, StepText.name(known.set(), level), Math.max(0, growth));
    }
}
