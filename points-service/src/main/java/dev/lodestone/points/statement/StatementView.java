package dev.lodestone.points.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a statement, newest line first: {@code opening} plus the amounts of {@code items} is {@code closing}.
 *
 * @param next cursor of the page of older lines, or {@code null} if there are none
 */
public record StatementView(
        long opening,
        long closing,
        List<StatementLine> items,
        @Nullable String next) {

    /** The page of {@code lines}, which are newest first and hold one more than {@code limit} if there is an older page. */
    static StatementView of(List<StatementLine> lines, int limit) {
        if (lines.isEmpty()) {
            return new StatementView(0, 0, List.of(), null);
        }
        List<StatementLine> items = lines.subList(0, Math.min(limit, lines.size()));
        StatementLine oldest = items.getLast();
        return new StatementView(
                oldest.balanceAfter() - oldest.amount(),
                items.getFirst().balanceAfter(),
                List.copyOf(items),
                lines.size() > limit ? Long.toString(oldest.accountVersion()) : null);
    }
}
