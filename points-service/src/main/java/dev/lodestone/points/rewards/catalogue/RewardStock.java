package dev.lodestone.points.rewards.catalogue;

import dev.lodestone.platform.problem.ProblemException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rewards of a transaction, and the units that it takes from them. Not thread-safe. */
public final class RewardStock {
    /** Units taken from a limited stock. */
    record Taken(String code, long units) {}

    private final Map<String, RewardView> rewards = new HashMap<>();
    private final Map<String, Long> taken = new HashMap<>();

    RewardStock(Collection<RewardView> rewards) {
        rewards.forEach(reward -> this.rewards.put(reward.code(), reward));
    }

    /**
     * A reward that is in stock, for {@link #take}.
     *
     * @throws ProblemException 404 {@code reward-unknown}, 409 {@code out-of-stock}
     */
    public RewardView offer(String code) {
        RewardView reward = rewards.get(code);
        if (reward == null) {
            throw new ProblemException(
                    CatalogueProblems.REWARD_UNKNOWN, "GET /api/points/v1/rewards lists the rewards");
        }
        if (reward.stock() != null && reward.stock() <= taken.getOrDefault(code, 0L)) {
            throw new ProblemException(CatalogueProblems.OUT_OF_STOCK, "Choose another reward, or try again later");
        }
        return reward;
    }

    /**
     * Takes one unit of a reward that {@link #offer} returned.
     *
     * @return true if its stock is limited, so that the unit can be returned to it
     */
    public boolean take(RewardView reward) {
        if (reward.stock() == null) {
            return false;
        }
        taken.merge(reward.code(), 1L, Long::sum);
        return true;
    }

    List<Taken> taken() {
        return taken.entrySet().stream()
                .map(entry -> new Taken(entry.getKey(), entry.getValue()))
                .toList();
    }
}
