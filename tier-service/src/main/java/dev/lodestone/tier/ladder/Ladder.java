package dev.lodestone.tier.ladder;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The levels from the lowest to the highest.
 *
 * @param levels at least one; the first begins at 0, thresholds strictly increase, no code stands twice
 * @param frozen whether it moves nobody, because the one that was saved cannot be evaluated
 */
public record Ladder(List<Level> levels, boolean frozen) {
    /** Has the lowest level where even that is not saved. */
    private static final Level NO_LEVEL = new Level("BASIC", "BASIC", 0);

    public Ladder(List<Level> levels) {
        this(levels, false);
    }

    public Ladder {
        levels = List.copyOf(levels);
        if (levels.isEmpty() || levels.getFirst().threshold() != 0) {
            throw new IllegalArgumentException("a ladder needs a first level whose threshold is 0");
        }
        Set<String> codes = new HashSet<>();
        long below = -1;
        for (Level level : levels) {
            if (level.threshold() <= below) {
                throw new IllegalArgumentException(
                        "the threshold of " + level.code() + " must be greater than " + below);
            }
            if (!codes.add(level.code())) {
                throw new IllegalArgumentException("level " + level.code() + " stands twice in the ladder");
            }
            below = level.threshold();
        }
    }

    /** Stands in for a ladder that cannot be evaluated: growth goes on, no level changes, new members start on its lowest level. */
    static Ladder frozen(List<String> codes) {
        Level lowest = codes.stream()
                .filter(code -> !code.isBlank())
                .findFirst()
                .map(code -> new Level(code, code, 0))
                .orElse(NO_LEVEL);
        return new Ladder(List.of(lowest), true);
    }

    /** The code of the level that {@code growth} reaches for a member who stands on {@code level}. */
    public String reached(long growth, String level) {
        return frozen ? level : at(growth).code();
    }

    /** Where every membership starts. */
    public Level base() {
        return levels.getFirst();
    }

    /** The highest level whose threshold {@code growth} reaches. */
    public Level at(long growth) {
        Level reached = base();
        for (Level level : levels) {
            if (level.threshold() <= growth) {
                reached = level;
            }
        }
        return reached;
    }

    /** The level of this code, if the ladder has it. */
    public Optional<Level> level(String code) {
        return levels.stream().filter(level -> level.code().equals(code)).findFirst();
    }

    /** Whether going from one level to the other is going up. A level that the ladder no longer has counts as below all. */
    public boolean upgrade(String from, String to) {
        return threshold(from) < threshold(to);
    }

    private long threshold(String code) {
        return level(code).map(Level::threshold).orElse(-1L);
    }
}
