package dev.lodestone.points.catalogue;

import dev.lodestone.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** The door of the catalogue. */
@ApplicationScoped
public class CatalogueService {
    private final RewardRepository rewards;
    private final Clock clock;

    CatalogueService(RewardRepository rewards, Clock clock) {
        this.rewards = rewards;
        this.clock = clock;
    }

    /**
     * Takes one piece of a reward in the caller's transaction; the reward's row stays locked until it ends, so lock accounts before.
     *
     * @throws ProblemException 404 if there is no such reward, 409 if none is left
     */
    public Uni<RewardView> take(SqlConnection tx, String code) {
        return rewards.lock(tx, code)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        CatalogueProblems.REWARD_UNKNOWN, "GET /api/points/v1/rewards lists the rewards")))
                .invoke(CatalogueService::checkStock)
                .call(reward -> rewards.takeOne(tx, code));
    }

    /** All rewards in the order of their codes. */
    @WithSession
    public Uni<List<RewardView>> list() {
        return rewards.listAll(Sort.by("code"))
                .map(found -> found.stream().map(RewardEntity::view).toList());
    }

    /** Writes the reward {@code code}, new or not. */
    @WithTransaction
    public Uni<RewardView> put(String code, RewardRequest request) {
        return rewards.findById(code)
                .onItem()
                .ifNull()
                .switchTo(() -> rewards.persist(newReward(code, request)))
                .map(reward -> fill(reward, request).view());
    }

    private static void checkStock(RewardView reward) {
        if (reward.stock() != null && reward.stock() == 0) {
            throw new ProblemException(CatalogueProblems.OUT_OF_STOCK, "Choose another reward, or come back later");
        }
    }

    private RewardEntity newReward(String code, RewardRequest request) {
        RewardEntity reward = new RewardEntity();
        reward.code = code;
        reward.createdAt = clock.instant();
        return fill(reward, request);
    }

    private static RewardEntity fill(RewardEntity reward, RewardRequest request) {
        reward.name = request.name();
        reward.cost = request.cost();
        reward.stock = request.stock();
        return reward;
    }
}
