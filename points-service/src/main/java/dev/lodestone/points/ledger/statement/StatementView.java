package dev.lodestone.points.ledger.statement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a statement, newest line first: {@code opening} plus the amounts of {@code items} is {@code closing}. The first page closes as
 * the period does, each further page closes as the one before it opens, and the last opens as the period does.
 *
 * @param next cursor of the page of older lines, or {@code null} if there are none
 */
public record StatementView(
        long opening,
        long closing,
        List<StatementLine> items,
        @Nullable String next,
        PeriodView period) {
    /** The whole period; {@code opening} plus the amounts of the items of all pages is {@code closing}. */
    public record PeriodView(
            String by, @Nullable Instant from, @Nullable Instant until, long opening, long closing) {}

    StatementView forMember() {
        return new StatementView(
                opening, closing, items.stream().map(StatementLine::forMember).toList(), next, period);
    }

    /** The page of {@code lines}, which are newest first and hold one more than {@code limit} if there is an older page. */
    static StatementView of(Period period, StatementFigures figures, List<StatementLine> lines, int limit) {
        List<StatementLine> items = List.copyOf(lines.subList(0, Math.min(limit, lines.size())));
        long moved = items.stream().mapToLong(StatementLine::amount).reduce(0, Math::addExact);
        return new StatementView(
                figures.pageClosing() - moved,
                figures.pageClosing(),
                items,
                lines.size() > limit
                        ? new StatementCursor(items.getLast().accountVersion(), figures.through()).toString()
                        : null,
                new PeriodView(
                        period.by().name(), period.from(), period.until(), figures.opening(), figures.closing()));
    }
}
