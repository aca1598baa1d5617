package dev.lodestone.points.ledger.statement;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes statement lines as CSV (RFC 4180). Spreadsheets execute cells that start like a formula. So external text that starts like one
 * gets an apostrophe in front, as OWASP advises; numbers, ids and times stay unchanged.
 */
final class StatementCsv {
    static final String HEADER =
            "accountVersion,postedAt,occurredAt,kind,amount,change,balanceAfter,pendingAfter,heldAfter,causeType,orderId,ruleCode,"
                    + "ruleVersion,note,postingId,reverses\r\n";

    static final String HEADER_FOR_OPERATORS = HEADER.replace("\r\n", ",actor\r\n");

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private StatementCsv() {}

    static String rows(List<StatementLine> lines) {
        return lines.stream().map(StatementCsv::row).collect(Collectors.joining());
    }

    /** As {@link #rows}, with the actor of each posting by hand. */
    static String rowsForOperators(List<StatementLine> lines) {
        return lines.stream()
                .map(line -> cells(line) + "," + text(line.actor()) + "\r\n")
                .collect(Collectors.joining());
    }

    private static String row(StatementLine line) {
        return cells(line) + "\r\n";
    }

    private static String cells(StatementLine line) {
        return cells(
                line.accountVersion(),
                line.postedAt(),
                line.occurredAt(),
                line.kind(),
                line.amount(),
                line.change(),
                line.balanceAfter(),
                line.pendingAfter(),
                line.heldAfter(),
                text(line.causeType()),
                text(line.orderId()),
                text(line.ruleCode()),
                line.ruleVersion(),
                text(line.note()),
                line.postingId(),
                line.reverses());
    }

    private static String cells(@Nullable Object... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell.toString())
                .collect(Collectors.joining(","));
    }

    /** A text cell. */
    static String text(@Nullable String words) {
        if (words == null || words.isEmpty()) {
            return "";
        }
        String safe = FORMULA_STARTS.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
        return safe.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0)
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
