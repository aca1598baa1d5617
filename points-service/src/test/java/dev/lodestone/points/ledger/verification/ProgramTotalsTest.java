package dev.lodestone.points.ledger.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.points.ledger.checks.Finding;
import org.junit.jupiter.api.Test;

class ProgramTotalsTest {
    @Test
    void shouldBeReadAsItIsWritten() {
        String text = "EXPIRED:POINTS:0:3,ISSUED:POINTS:99999999999999999999:1";

        assertThat(ProgramTotals.parse(text)).hasToString(text);
        assertThat(ProgramTotals.parse("")).hasToString("");
    }

    @Test
    void shouldNameEachAccountThatIsNotTheSumOfItsPostings() {
        ProgramTotals accounts = ProgramTotals.parse("ISSUED:POINTS:100:7,REDEEMED:POINTS:0:5");
        ProgramTotals postings = ProgramTotals.parse("ISSUED:POINTS:100:0,REDEEMED:POINTS:0:5,EXPIRED:CASH:0:2");

        assertThat(accounts.minus(postings).findings())
                .extracting(Finding::detail)
                .containsExactly(
                        "EXPIRED:CASH: its debits exceed those of its postings by 0, its credits by -2",
                        "ISSUED:POINTS: its debits exceed those of its postings by 0, its credits by 7");
    }
}
