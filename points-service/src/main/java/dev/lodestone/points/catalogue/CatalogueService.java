package dev.lodestone.points.catalogue;

import dev.lodestone.points.audit.AuditEntry;
import dev.lodestone.points.audit.AuditSessionService;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door of the catalogue. */
@ApplicationScoped
public class CatalogueService {
    private final RewardRepository rewards;
    private final AuditSessionService audit;
    private final Clock clock;

    CatalogueService(RewardRepository rewards, AuditSessionService audit, Clock clock) {
        this.rewards = rewards;
        this.audit = audit;
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

    /** Writes the reward {@code code}, new or not; an audit entry keeps what it said before. */
    @WithTransaction
    public Uni<RewardView> put(String code, RewardRequest request, String operator) {
        return rewards.findById(code, LockModeType.PESSIMISTIC_WRITE).chain(known -> {
            RewardView before = known == null ? null : known.view();
            RewardEntity reward = known == null ? newReward(code, request) : fill(known, request);
            return (known == null ? rewards.persist(reward) : Uni.createFrom().item(reward))
                    .map(RewardEntity::view)
                    .call(after ->
                            after.equals(before) ? Uni.createFrom().voidItem() : audited(before, after, operator));
        });
    }

    private Uni<Void> audited(@Nullable RewardView before, RewardView after, String operator) {
        return audit.record(new AuditEntry(operator, "REWARD_CHANGED", "REWARD", after.code(), before, after, null));
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
