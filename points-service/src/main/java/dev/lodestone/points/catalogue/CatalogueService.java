package dev.lodestone.points.catalogue;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;

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
     * Opens the rewards {@code codes}, as far as there are such, in the caller's transaction. Those of limited stock stay locked until it
     * ends, so lock accounts before.
     */
    public Uni<Shelf> open(SqlConnection tx, Set<String> codes) {
        return rewards.lock(tx, codes).map(Shelf::new);
    }

    /** Writes what was taken of {@code shelf}. */
    public Uni<Void> write(SqlConnection tx, Shelf shelf) {
        return rewards.take(tx, shelf.taken());
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
