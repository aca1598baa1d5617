package dev.lodestone.tier.ladder;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The levels from the lowest to the highest.
 *
 * @param levels at least one; the first threshold is 0, thresholds strictly increase, and codes are unique
 * @param frozen true if no level may change, because the saved levels do not form a valid ladder
 */
public record Ladder(List<Level> levels, boolean frozen) {
    /** The lowest level if no saved level has a usable code. */
    private static final Level FALLBACK = new Level("BASIC", "BASIC", 0);

    public Ladder(List<Level> levels) {
        this(levels, false);
    }

    public Ladder {
        levels = List.copyOf(levels);
        if (levels.isEmpty() || levels.getFirst().threshold() != 0) {
            throw new IllegalArgumentException("a ladder needs a first level with the threshold 0");
        }
        Set<String> codes = new HashSet<>();
        long previous = -1;
        for (Level level : levels) {
            if (level.threshold() <= previous) {
                throw new IllegalArgumentException(
                        "the threshold of " + level.code() + " must be greater than " + previous);
            }
            if (!codes.add(level.code())) {
                throw new IllegalArgumentException("the code " + level.code() + " is used by two levels");
            }
            previous = level.threshold();
        }
    }

    /** Replaces saved levels that do not form a valid ladder: no level changes, and new members start at its lowest level. */
    static Ladder frozen(List<String> codes) {
        Level lowest = codes.stream()
                .filter(code -> !code.isBlank())
                .findFirst()
                .map(code -> new Level(code, code, 0))
                .orElse(FALLBACK);
        return new Ladder(List.of(lowest), true);
    }

    /** The code of the level that {@code growth} reaches; {@code currentLevel} if the ladder is frozen. */
    public String levelAfter(long growth, String currentLevel) {
        return frozen ? currentLevel : levelAt(growth).code();
    }

    /** The level at which every membership starts. */
    public Level lowest() {
        return levels.getFirst();
    }

    /** The highest level with a threshold of at most {@code growth}. */
    public Level levelAt(long growth) {
        Level reached = lowest();
        for (Level level : levels) {
            if (level.threshold() <= growth) {
                reached = level;
            }
        }
        return reached;
    }

    /** The level with this code; empty if the ladder has none. */
    public Optional<Level> find(String code) {
        return levels.stream().filter(level -> level.code().equals(code)).findFirst();
    }

    /** True if {@code to} is higher than {@code from}. A level that the ladder no longer has is lower than all others. */
    public boolean isUpgrade(String from, String to) {
        return threshold(from) < threshold(to);
    }

    private long threshold(String code) {
        return find(code).map(Level::threshold).orElse(-1L);
    }
}
