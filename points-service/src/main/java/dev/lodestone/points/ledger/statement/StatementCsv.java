package dev.lodestone.points.ledger.statement;

import dev.lodestone.points.ledger.history.StatementLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
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

    private static final int COLUMNS = 17;
    /** About the characters of a row. */
    private static final int ROW_LENGTH = 250;

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private StatementCsv() {}

    static String rows(List<StatementLine> lines) {
        return print(lines, StatementCsv::cells);
    }

    /** As {@link #rows}, with the actor of each posting by hand. */
    static String rowsForOperators(List<StatementLine> lines) {
        return print(lines, line -> {
            List<@Nullable Object> cells = cells(line);
            cells.add(text(line.actor()));
            return cells;
        });
    }

    private static String print(List<StatementLine> lines, Function<StatementLine, List<@Nullable Object>> cells) {
        StringBuilder rows = new StringBuilder(lines.size() * ROW_LENGTH);
        try (CSVPrinter printer = new CSVPrinter(rows, CSVFormat.RFC4180)) {
            for (StatementLine line : lines) {
                printer.printRecord(cells.apply(line));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows.toString();
    }

    private static List<@Nullable Object> cells(StatementLine line) {
        List<@Nullable Object> cells = new ArrayList<>(COLUMNS);
        cells.add(line.accountVersion());
        cells.add(line.postedAt());
        cells.add(line.occurredAt());
        cells.add(line.kind());
        cells.add(line.amount());
        cells.add(line.change());
        cells.add(line.balanceAfter());
        cells.add(line.pendingAfter());
        cells.add(line.heldAfter());
        cells.add(text(line.causeType()));
        cells.add(text(line.orderId()));
        cells.add(text(line.ruleCode()));
        cells.add(line.ruleVersion());
        cells.add(text(line.note()));
        cells.add(line.postingId());
        cells.add(line.reverses());
        return cells;
    }

    private static @Nullable String text(@Nullable String words) {
        return words == null || words.isEmpty() || FORMULA_STARTS.indexOf(words.charAt(0)) < 0 ? words : "'" + words;
    }
}
