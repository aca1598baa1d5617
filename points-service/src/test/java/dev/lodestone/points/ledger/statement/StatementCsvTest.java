package dev.lodestone.points.ledger.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementCsvTest {
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
                "`\t=1`|`'\t=1`",
                "`\r\n=1`|`\"'\r\n=1\"`",
                "a=1|a=1"
            })
    void P28_shouldQuoteAndDefuseWords(String words, String cell) {
        assertEquals(cell, StatementCsv.text(words));
    }
}
