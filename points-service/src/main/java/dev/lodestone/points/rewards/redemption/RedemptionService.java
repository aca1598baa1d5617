package dev.lodestone.points.rewards.redemption;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.idempotency.Outcome;
import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.points.rewards.catalogue.CatalogueService;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/** Redeems rewards. Concurrent redemptions share transactions. */
@ApplicationScoped
public class RedemptionService {
    private final RedemptionGroupService groups;
    private final RedemptionRepository redemptions;
    private final CatalogueService catalogue;
    private final Clock clock;
    private final Vertx vertx;
    private final RequestBatcher<RedemptionCommand, Outcome<Response>> batcher;

    RedemptionService(
            RedemptionGroupService groups,
            RedemptionRepository redemptions,
            CatalogueService catalogue,
            RedemptionConfig config,
            Clock clock,
            Vertx vertx) {
        this.groups = groups;
        this.redemptions = redemptions;
        this.catalogue = catalogue;
        this.clock = clock;
        this.vertx = vertx;
        this.batcher = new RequestBatcher<>(
                new RequestBatcher.Limits(config.groupSize(), config.groups(), config.waitingMax(), config.patience()),
                RedemptionCommand::key,
                this::redeem);
    }

    /**
     * Buys one unit of a reward. Idempotent by the key of the request.
     *
     * @throws ProblemException 404 or 409 if the reward is unknown, out of stock or too expensive; 422 if the key was used for another
     *     request; 503 if too many redemptions wait or this one timed out: a request with the same key returns its result
     */
    Uni<Response> redeem(RedemptionCommand command) {
        return Uni.createFrom()
                .completionStage(() -> batcher.add(command))
                .onFailure(RejectedExecutionException.class)
                .transform(full -> unavailable("Too many redemptions wait"))
                .onFailure(TimeoutException.class)
                .transform(late -> unavailable("The redemption took too long"))
                .map(Outcome::orThrow);
    }

    /**
     * Returns the unit of redemption {@code id} to its stock, once. The caller holds the lock of the member's account and returns the
     * points. Does nothing if {@code id} is not a redemption.
     */
    public Uni<Void> reverse(SqlConnection tx, MemberId member, UUID id) {
        return redemptions
                .reverse(tx, member, id, clock.instant())
                .chain(reward -> reward.map(code -> catalogue.returnUnit(tx, code))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Runs a group in a new context, since it belongs to no single request. */
    private CompletionStage<List<Outcome<Response>>> redeem(List<RedemptionCommand> commands) {
        CompletableFuture<List<Outcome<Response>>> outcomes = new CompletableFuture<>();
        VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext())
                .runOnContext(begin ->
                        groups.redeem(commands).subscribe().with(outcomes::complete, outcomes::completeExceptionally));
        return outcomes;
    }

    private static ProblemException unavailable(String what) {
        return new ProblemException(
                PlatformProblems.UNAVAILABLE,
                what + "; repeat it after Retry-After seconds with the same Idempotency-Key");
    }
}
