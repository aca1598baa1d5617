package dev.lodestone.tier.ladder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ladder as a list of one page.
 *
 * @param items from the lowest level to the highest
 * @param next always null: a ladder fits one page
 */
public record LadderView(List<Level> items, @Nullable String next) {
    static LadderView of(Ladder ladder) {
        return new LadderView(ladder.levels(), null);
    }
}
