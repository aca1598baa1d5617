package dev.lodestone.points.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.points.PostingKind;
import dev.lodestone.points.ledger.history.StatementLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementCsvTest {
    private static final UUID ID = UUID.fromString("0192f0c1-2f4a-7c11-8f00-000000000001");
    private static final Instant TIME = Instant.parse("2026-03-01T04:30:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain|plain",
                "a, b|\"a, b\"",
                "say \"so\"|\"say \"\"so\"\"\"",
                "=1+1|'=1+1",
                "+86|'+86",
                "-5|'-5",
                "@SUM(A1)|'@SUM(A1)",
                "＝1|'＝1",
                "＋1|'＋1",
                "－1|'－1",
                "＠SUM(A1)|'＠SUM(A1)",
                "`\t=1`|`'\t=1`",
                "`\r\n=1`|`\"'\r\n=1\"`",
                "`=1,\"2\"`|`\"'=1,\"\"2\"\"\"`",
                "a=1|a=1",
                "``|``"
            })
    void P28_shouldQuoteAndDefuseWords(String words, String cell) {
        assertThat(StatementCsv.rows(List.of(line(words)))).endsWith(",,," + cell + "," + ID + ",\r\n");
    }

    @Test
    void P28_shouldWriteARowForEachLineWithACellForEachColumn() {
        String rows = StatementCsv.rows(List.of(line("one"), line("two")));

        assertThat(rows)
                .startsWith("7,2026-03-01T04:30:00Z,2026-03-01T04:30:00Z,REDEEMED,5,-5,95,0,0,redemption,,,,one," + ID
                        + ",\r\n");
        assertThat(rows.lines()).hasSize(2);
        assertThat(rows.lines())
                .allSatisfy(row -> assertThat(row.split(",", -1)).hasSize(StatementCsv.HEADER.split(",").length));
    }

    @Test
    void P28_shouldShowTheActorToOperatorsAlone() {
        assertThat(StatementCsv.rowsForOperators(List.of(line("one")))).endsWith("," + ID + ",,'=olivia\r\n");
        assertThat(StatementCsv.rows(List.of(line("one")))).doesNotContain("olivia");
    }

    private static StatementLine line(String note) {
        return new StatementLine(
                7,
                ID,
                PostingKind.REDEEMED,
                5,
                -5,
                95,
                0,
                0,
                "redemption",
                null,
                null,
                null,
                note,
                "=olivia",
                null,
                TIME,
                TIME);
    }
}
