package dev.lodestone.points.rewards.catalogue;

import dev.lodestone.platform.problem.ProblemException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rewards that a transaction holds, and what it takes of them. Not for use by several threads. */
public final class RewardStock {
    /** Units of a reward whose stock is limited. */
    record Taken(String code, long units) {}

    private final Map<String, RewardView> rewards = new HashMap<>();
    private final Map<String, Long> taken = new HashMap<>();

    RewardStock(Collection<RewardView> rewards) {
        rewards.forEach(reward -> this.rewards.put(reward.code(), reward));
    }

    /**
     * A reward of which there is still a piece to {@link #take}.
     *
     * @throws ProblemException 404 if there is no such reward, 409 if none is left
     */
    public RewardView offer(String code) {
        RewardView reward = rewards.get(code);
        if (reward == null) {
            throw new ProblemException(
                    CatalogueProblems.REWARD_UNKNOWN, "GET /api/points/v1/rewards lists the rewards");
        }
        if (reward.stock() != null && reward.stock() <= taken.getOrDefault(code, 0L)) {
            throw new ProblemException(CatalogueProblems.OUT_OF_STOCK, "Choose another reward, or come back later");
        }
        return reward;
    }

    /**
     * Takes one piece of a reward that was offered.
     *
     * @return whether it came out of a limited stock, to which it can be returned
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
