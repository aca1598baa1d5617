package dev.lodestone.tier.previews;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of a preview came to so far.
 *
 * @param members how many were compared
 * @param listed how many of those that move are listed one by one
 * @param matrix members by the level without and the level with the version, also of those who stay
 */
@RegisterForReflection
record PreviewResult(long members, long rising, long falling, long listed, Map<String, Map<String, Long>> matrix) {
    PreviewResult(
            long members, long rising, long falling, long listed, @Nullable Map<String, Map<String, Long>> matrix) {
        this.members = members;
        this.rising = rising;
        this.falling = falling;
        this.listed = listed;
        this.matrix = matrix == null ? Map.of() : matrix;
    }

    /** With the members of one more page. */
    PreviewResult with(Collection<Move> page, long newlyListed) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        matrix.forEach((from, row) -> counts.put(from, new TreeMap<>(row)));
        long up = rising;
        long down = falling;
        for (Move move : page) {
            counts.computeIfAbsent(move.from(), from -> new TreeMap<>()).merge(move.to(), 1L, Long::sum);
            up += move.isMove() && move.rises() ? 1 : 0;
            down += move.isMove() && !move.rises() ? 1 : 0;
        }
        return new PreviewResult(members + page.size(), up, down, listed + newlyListed, counts);
    }
}
