package dev.lodestone.points.ledger.statement;

import dev.lodestone.points.ledger.history.Period;
import dev.lodestone.points.ledger.history.StatementFigures;
import dev.lodestone.points.ledger.history.StatementLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a statement, newest line first: {@code opening} plus the changes of {@code items} equals {@code closing}. The first page has
 * the closing balance of the period, the last page its opening balance. Each further page closes with the opening balance of the page
 * before.
 *
 * {@snippet lang=json :
 * {
 *   "opening": 333, "closing": 412,
 *   "items": [{"accountVersion": 9, "postingId": "019ca7aa-16e0-76ee-b36a-8786c764f974", "kind": "EARNED", "amount": 79, "change": 79,
 *     "balanceAfter": 412, "pendingAfter": 0, "heldAfter": 0, "causeType": "brand.order.completed.v1", "orderId": "NH-20260301-0042",
 *     "ruleCode": "spend-cny", "ruleVersion": 3, "note": null, "actor": null, "reverses": null,
 *     "occurredAt": "2026-03-01T04:30:00Z", "postedAt": "2026-03-01T04:31:07Z"}],
 *   "next": null,
 *   "period": {"by": "OCCURRED", "from": "2026-02-28T16:00:00Z", "until": null, "opening": 333, "closing": 412}
 * }
 * }
 *
 * @param next cursor of the next page with older lines; {@code null} if there is none
 */
public record StatementView(
        long opening,
        long closing,
        List<StatementLine> items,
        @Nullable String next,
        PeriodView period) {
    /** The whole period; {@code opening} plus the changes of the items of all pages equals {@code closing}. */
    public record PeriodView(
            String by, @Nullable Instant from, @Nullable Instant until, long opening, long closing) {}

    StatementView forMember() {
        return new StatementView(
                opening, closing, items.stream().map(StatementLine::forMember).toList(), next, period);
    }

    /** Builds a page. {@code lines} is newest first and has one more item than {@code limit} if there is another page. */
    static StatementView of(Period period, StatementFigures figures, List<StatementLine> lines, int limit) {
        List<StatementLine> items = List.copyOf(lines.subList(0, Math.min(limit, lines.size())));
        long change = items.stream().mapToLong(StatementLine::change).reduce(0, Math::addExact);
        return new StatementView(
                figures.pageClosing() - change,
                figures.pageClosing(),
                items,
                lines.size() > limit
                        ? new StatementCursor(items.getLast().accountVersion(), figures.through()).toString()
                        : null,
                new PeriodView(
                        period.by().name(), period.from(), period.until(), figures.opening(), figures.closing()));
    }
}
