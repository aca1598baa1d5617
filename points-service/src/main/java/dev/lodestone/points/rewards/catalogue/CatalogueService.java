package dev.lodestone.points.rewards.catalogue;

import dev.lodestone.platform.audit.AuditEntry;
import dev.lodestone.platform.audit.AuditService;
import dev.lodestone.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sells and manages rewards. A transaction that also locks accounts must lock them first. */
@ApplicationScoped
public class CatalogueService {
    private static final String REWARD = "REWARD";

    private final RewardRepository rewards;
    private final AuditService audit;
    private final Clock clock;

    CatalogueService(RewardRepository rewards, AuditService audit, Clock clock) {
        this.rewards = rewards;
        this.audit = audit;
        this.clock = clock;
    }

    /** The rewards with {@code codes}; unknown codes are left out. Rewards with limited stock stay locked until the transaction ends. */
    public Uni<RewardStock> open(SqlConnection tx, Set<String> codes) {
        return rewards.lock(tx, codes).map(RewardStock::new);
    }

    /** Persists the units that were taken from {@code stock}. */
    public Uni<Void> write(SqlConnection tx, RewardStock stock) {
        return rewards.take(tx, stock.taken());
    }

    /** Returns one unit of {@code code} to its stock, if the stock is still limited. */
    public Uni<Void> returnUnit(SqlConnection tx, String code) {
        return rewards.add(tx, code, 1).replaceWithVoid();
    }

    /** All rewards, sorted by code. */
    Uni<List<RewardView>> list(SqlConnection connection) {
        return rewards.list(connection);
    }

    /**
     * Creates or updates the reward {@code code}. Idempotent: an equal reward does not change.
     *
     * @throws ProblemException 409 {@code reward-changed} if the version differs from the expected one, or if the stock would change
     *     without an expected version
     */
    Uni<RewardView> put(SqlConnection tx, String code, RewardRequest request, String actor) {
        return rewards.lockOne(tx, code)
                .chain(found ->
                        found.isPresent() ? update(tx, found.get(), request, actor) : create(tx, code, request, actor));
    }

    /**
     * Adds units to the stock of {@code code}, or removes them, independent of concurrent sales.
     *
     * @throws ProblemException 404 {@code reward-unknown}, 409 {@code stock-unlimited}, 409 {@code out-of-stock} if fewer units are left
     */
    Uni<RewardView> changeStock(SqlConnection tx, String code, StockChangeRequest change, String actor) {
        return rewards.lockOne(tx, code)
                .map(found -> found.orElseThrow(CatalogueService::unknown))
                .invoke(before -> check(before, change))
                .chain(before -> rewards.add(tx, code, change.units())
                        .map(after -> after.orElseThrow(() -> new IllegalStateException("a locked reward changed")))
                        .call(after -> audit.record(
                                tx,
                                new AuditEntry(
                                        actor, "REWARD_STOCK_CHANGED", REWARD, code, before, after, change.reason()))));
    }

    private Uni<Void> record(SqlConnection tx, String actor, @Nullable RewardView before, RewardView after) {
        return audit.record(tx, new AuditEntry(actor, "REWARD_CHANGED", REWARD, after.code(), before, after, null));
    }

    private Uni<RewardView> create(SqlConnection tx, String code, RewardRequest request, String actor) {
        if (request.expectedVersion() != null) {
            throw unknown();
        }
        return rewards.insert(tx, code, request, clock.instant())
                .chain(created -> created.map(
                                reward -> record(tx, actor, null, reward).replaceWith(reward))
                        .orElseGet(() -> put(tx, code, request, actor)));
    }

    private Uni<RewardView> update(SqlConnection tx, RewardView now, RewardRequest request, String actor) {
        Long expected = request.expectedVersion();
        Long stock = expected == null && request.stock() == null ? now.stock() : request.stock();
        boolean sameStock = Objects.equals(stock, now.stock());
        if (sameStock && now.name().equals(request.name()) && now.cost() == request.cost()) {
            return Uni.createFrom().item(now);
        }
        if (expected == null ? !sameStock : expected != now.version()) {
            throw changed(now);
        }
        return rewards.update(tx, now.code(), request, stock).call(after -> record(tx, actor, now, after));
    }

    private static void check(RewardView now, StockChangeRequest change) {
        Long stock = now.stock();
        if (stock == null) {
            throw new ProblemException(
                    CatalogueProblems.STOCK_UNLIMITED, "First PUT the reward with a stock and its expectedVersion");
        }
        if (stock + change.units() < 0) {
            throw new ProblemException(
                    CatalogueProblems.OUT_OF_STOCK,
                    "Only " + stock + " units are left; remove at most that many",
                    Map.of("stock", stock));
        }
    }

    private static ProblemException changed(RewardView now) {
        Map<String, Object> extensions = new HashMap<>(Map.of("version", now.version()));
        if (now.stock() != null) {
            extensions.put("stock", now.stock());
        }
        return new ProblemException(
                CatalogueProblems.REWARD_CHANGED,
                "The stock is " + (now.stock() == null ? "without limit" : now.stock()) + " at version " + now.version()
                        + ". To add or remove units, POST /api/points/v1/rewards/" + now.code()
                        + "/stock-changes; to overwrite it, read the reward again and send its version as"
                        + " expectedVersion",
                extensions);
    }

    private static ProblemException unknown() {
        return new ProblemException(CatalogueProblems.REWARD_UNKNOWN, "GET /api/points/v1/rewards lists the rewards");
    }
}
