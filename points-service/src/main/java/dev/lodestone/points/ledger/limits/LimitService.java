package dev.lodestone.points.ledger.limits;

import dev.lodestone.platform.approvals.ProposalService;
import dev.lodestone.platform.approvals.ProposalView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets an actor move units alone within their limits, and proposes everything above to a second operator. Call it with the member's account
 * locked: to avoid deadlocks, accounts are always locked before the row of the actor's day.
 */
@ApplicationScoped
public class LimitService {
    private final AdjustmentLimitConfig config;
    private final HoldLimitConfig holds;
    private final ActorDayRepository actorDays;
    private final ProposalService proposals;
    private final Clock clock;

    LimitService(
            AdjustmentLimitConfig config,
            HoldLimitConfig holds,
            ActorDayRepository actorDays,
            ProposalService proposals,
            Clock clock) {
        this.config = config;
        this.holds = holds;
        this.actorDays = actorDays;
        this.proposals = proposals;
        this.clock = clock;
    }

    /**
     * Runs {@code effect} if {@code authority} covers {@code movement}, and counts the movement against the actor's day. Otherwise it runs
     * nothing and creates a proposal.
     *
     * @return the answer of the effect, or a {@link ProposalView}
     */
    public Uni<Object> permit(SqlConnection tx, Authority authority, Movement movement, Supplier<Uni<?>> effect) {
        return switch (authority) {
            case Authority.Approved ignored -> effect.get().map(answer -> answer);
            case Authority.Alone alone ->
                mayAlone(tx, alone, movement)
                        .chain(may -> may
                                ? effect.get().map(answer -> (Object) answer)
                                : propose(tx, alone, movement).map(view -> (Object) view));
        };
    }

    private Uni<Boolean> mayAlone(SqlConnection tx, Authority.Alone alone, Movement movement) {
        Limit limit = limit(movement.kind(), alone.capabilities());
        return movement.amount() > limit.single()
                ? Uni.createFrom().item(false)
                : actorDays.add(
                        tx,
                        alone.actor(),
                        LocalDate.ofInstant(clock.instant(), config.zone()),
                        movement,
                        limit.daily());
    }

    private Limit limit(Movement.Kind kind, Set<String> capabilities) {
        return switch (kind) {
            case POSTING, REVERSAL ->
                largest(config.byCapability(), capabilities).orElse(config.standard());
            case HOLD -> largest(holds.byCapability(), capabilities).orElse(holds.standard());
        };
    }

    private static Optional<Limit> largest(Map<String, Limit> limits, Set<String> capabilities) {
        return capabilities.stream()
                .map(limits::get)
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(Limit::daily).thenComparingLong(Limit::single));
    }

    private Uni<ProposalView> propose(SqlConnection tx, Authority.Alone alone, Movement movement) {
        return proposals
                .propose(tx, movement.kind().name(), movement.content(), alone.actor(), config.proposalLifetime())
                .map(proposals::view);
    }
}
