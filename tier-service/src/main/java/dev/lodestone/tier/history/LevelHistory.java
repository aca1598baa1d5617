package dev.lodestone.tier.history;

import dev.lodestone.tier.tiersets.VersionInForce;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The levels of one member in one tier set, from the beginning up to a time that may lie ahead.
 *
 * @param steps what happened to the earned level, in time
 * @param stays which level was in force when, without gaps; the last has no end if nothing known ends it
 * @param goesOn whether something may happen after the end though nothing new becomes known
 */
public record LevelHistory(List<Step> steps, List<Stay> stays, boolean goesOn) {
    /** How far ahead of now to look for what will happen. */
    public static final Duration FORESIGHT = Duration.ofDays(800);

    public LevelHistory {
        steps = List.copyOf(steps);
        stays = List.copyOf(stays);
    }

    /**
     * Computes the history.
     *
     * @param versions the published versions of the set by the time from which they are in force; at least one
     * @param enrolledAt when the membership began
     * @param growth all growth of the member, in any order
     * @param awards levels that the member has for another reason; of a level that no version knows nothing is in force
     * @param end how far to compute; what is known now but happens later is part of it
     */
    public static LevelHistory of(
            List<VersionInForce> versions, Instant enrolledAt, List<Growth> growth, List<Award> awards, Instant end) {
        EarnedLevels levels = new EarnedLevels(versions, enrolledAt, growth);
        List<Step> steps = levels.until(end);
        List<Stay> stays = steps.isEmpty() ? List.of() : stays(versions, steps, awards, end);
        boolean goesOn = levels.goesOn() || awards.stream().anyMatch(award -> award.changesAfter(end));
        return new LevelHistory(steps, stays, goesOn);
    }

    /** The stay that is in force at {@code instant}; null before the first. */
    public @Nullable Stay at(Instant instant) {
        Stay found = null;
        for (Stay stay : stays) {
            if (stay.from().isAfter(instant)) {
                return found;
            }
            found = stay;
        }
        return found;
    }

    /** The time of the next stay after {@code instant}; null if the level stays as it is up to the end. */
    public @Nullable Instant nextChange(Instant instant) {
        return stays.stream()
                .map(Stay::from)
                .filter(from -> from.isAfter(instant))
                .findFirst()
                .orElse(null);
    }

    /** The last step up to {@code instant} that decided the earned level; null before the first. */
    public @Nullable Step decisive(Instant instant) {
        return steps.stream()
                .filter(step -> !step.at().isAfter(instant) && step.changesLevel())
                .reduce((former, latter) -> latter)
                .orElse(null);
    }

    /** The first step after {@code instant} by which growth would no longer keep the level: its date and what is missing; null if there is none. */
    public @Nullable Step nextRisk(Instant instant) {
        return steps.stream()
                .filter(step -> step.at().isAfter(instant))
                .filter(step -> step.reason() == Step.Reason.AT_RISK || step.reason() == Step.Reason.LOST)
                .findFirst()
                .orElse(null);
    }

    /**
     * The first step after {@code instant} by which growth no longer keeps the level that is in force then, and another level comes into force;
     * null if there is none.
     */
    public @Nullable Step nextLoss(Instant instant) {
        Stay now = at(instant);
        Instant change = now == null ? null : now.until();
        Stay then = change == null ? null : at(change);
        if (now == null
                || now.basis() != Basis.EARNED
                || then == null
                || then.level().equals(now.level())) {
            return null;
        }
        return steps.stream()
                .filter(step -> step.at().equals(then.from()) && step.reason() == Step.Reason.LOST)
                .filter(step -> step.from().equals(now.level()))
                .findFirst()
                .orElse(null);
    }

    private static List<Stay> stays(List<VersionInForce> versions, List<Step> steps, List<Award> awards, Instant end) {
        TreeSet<Instant> moments = new TreeSet<>();
        steps.forEach(step -> moments.add(step.at()));
        versions.forEach(version -> moments.add(version.from()));
        awards.forEach(award -> {
            moments.add(award.from());
            if (award.until() != null) {
                moments.add(award.until());
            }
        });
        List<Stay> stays = new ArrayList<>();
        for (Instant moment : moments.subSet(steps.getFirst().at(), true, end, true)) {
            append(stays, inForce(versions, steps, awards, moment));
        }
        return stays;
    }

    private static void append(List<Stay> stays, Stay stay) {
        if (stays.isEmpty()) {
            stays.add(stay);
        } else if (!stays.getLast().isContinuedBy(stay)) {
            Stay last = stays.removeLast();
            stays.add(new Stay(last.level(), last.basis(), last.award(), last.from(), stay.from()));
            stays.add(stay);
        }
    }

    /** The best level that holds at {@code moment}. */
    private static Stay inForce(List<VersionInForce> versions, List<Step> steps, List<Award> awards, Instant moment) {
        VersionInForce version = versions.stream()
                .filter(one -> !one.from().isAfter(moment))
                .max(Comparator.comparing(VersionInForce::from).thenComparing(VersionInForce::version))
                .orElseThrow();
        Step earned = steps.stream()
                .filter(step -> !step.at().isAfter(moment))
                .reduce((former, latter) -> latter)
                .orElseThrow();
        Stay best = new Stay(earned.to(), Basis.EARNED, null, moment, null);
        Stay lowestCeiling = null;
        for (Award award : awards) {
            if (version.set().indexOf(award.level()) < 0 || !award.holdsAt(moment)) {
                continue;
            }
            Stay offered = new Stay(award.level(), award.basis(), award.id(), moment, null);
            if (award.basis() == Basis.CEILING) {
                lowestCeiling = lower(version, lowestCeiling, offered);
            } else {
                best = better(version, best, offered);
            }
        }
        return lowestCeiling == null || best.basis() == Basis.LOCKED ? best : lower(version, lowestCeiling, best);
    }

    /** The lower of two; of two of one level, one that is no ceiling, or else the first by its award. */
    private static Stay lower(VersionInForce version, @Nullable Stay one, Stay other) {
        if (one == null) {
            return other;
        }
        Comparator<Stay> order = Comparator.comparingInt(
                        (Stay stay) -> version.set().indexOf(stay.level()))
                .thenComparing(stay -> stay.basis() == Basis.CEILING)
                .thenComparing(stay -> stay.award() == null ? "" : stay.award());
        return order.compare(one, other) <= 0 ? one : other;
    }

    /** The stay before {@code stay}; null if it is the first. */
    public @Nullable Stay before(Stay stay) {
        int index = stays.indexOf(stay);
        return index <= 0 ? null : stays.get(index - 1);
    }

    private static Stay better(VersionInForce version, Stay one, Stay other) {
        Comparator<Stay> order = Comparator.comparing((Stay stay) -> stay.basis() == Basis.LOCKED)
                .thenComparing(stay -> version.set().indexOf(stay.level()))
                .thenComparing(Stay::basis, Comparator.reverseOrder())
                .thenComparing(stay -> stay.award() == null ? "" : stay.award(), Comparator.reverseOrder());
        return order.compare(one, other) >= 0 ? one : other;
    }
}
