package dev.lodestone.tier.notices;

import dev.lodestone.events.tiers.LossComing;
import dev.lodestone.events.tiers.Shortfall;
import dev.lodestone.tier.history.LevelHistory;
import dev.lodestone.tier.history.Stay;
import dev.lodestone.tier.history.Step;
import dev.lodestone.tier.tiersets.Requirement;
import dev.lodestone.tier.tiersets.TierSet;
import dev.lodestone.tier.tiersets.TierSetVersions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A loss that a member is notified of before it happens.
 *
 * @param from when the notice is due
 * @param level code of the level that will be lost
 * @param to code of the level that will be in force then
 * @param shortfalls growth and threshold of each criterion that keeps the level, as they will be
 * @param any true if it is enough to meet one
 */
@RegisterForReflection
public record Notice(Instant from, String level, String to, Instant lossAt, List<Shortfall> shortfalls, boolean any) {
    public Notice {
        shortfalls = List.copyOf(shortfalls);
    }

    /** The notice of the next loss that is foreseen at {@code now}; null if none is. */
    public static @Nullable Notice foreseen(LevelHistory history, TierSetVersions versions, Instant now) {
        Step loss = history.nextLoss(now);
        if (loss == null) {
            return null;
        }
        TierSet set = versions.at(loss.at()).set();
        Stay then = Objects.requireNonNull(history.at(loss.at()), "a stay begins with a loss");
        int level = set.indexOf(loss.from());
        return new Notice(
                loss.at().atZone(set.zone()).minus(set.keeping().notice()).toInstant(),
                loss.from(),
                then.level(),
                loss.at(),
                loss.measures().stream()
                        .map(measure -> new Shortfall(measure.criterion(), measure.growth(), measure.threshold()))
                        .toList(),
                level >= 0 && set.levels().get(level).keep().match() == Requirement.Match.ANY);
    }

    /** True if the member is to be notified by {@code now}. */
    public boolean isDue(Instant now) {
        return !from.isAfter(now);
    }

    /** True if it says the same to the member, whatever the time of the notice. */
    public boolean saysTheSameAs(@Nullable Notice other) {
        return other != null
                && level.equals(other.level)
                && to.equals(other.to)
                && lossAt.equals(other.lossAt)
                && any == other.any
                && shortfalls.equals(other.shortfalls);
    }

    /**
     * The notice as a fact.
     *
     * @param withdrawn true if the loss is no longer foreseen
     * @param number of the member's notices so far, with this one
     */
    public LossComing toFact(boolean withdrawn, long number) {
        return new LossComing(level, to, lossAt, shortfalls, any, withdrawn, number);
    }
}
