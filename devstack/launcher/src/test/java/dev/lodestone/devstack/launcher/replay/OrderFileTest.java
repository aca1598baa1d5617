package dev.lodestone.devstack.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.devstack.launcher.LauncherException;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.platform.cloudevents.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFileTest {
    private static final String HEADER = CsvLayout.HEADER + "\n";

    @TempDir
    Path folder;

    @Test
    void shouldReadOrdersUnderTheHeader() throws Exception {
        History history = read(HEADER
                + "crm:00017,A1,2026-03-01T12:30:00+08:00,2990,CNY\n\n"
                + "crm:00018,\"A,\"\"2\"\"\",2026-03-02T00:00:00Z,0,USD\n");

        assertThat(history.events()).hasSize(2);
        assertThat(history.lastDay()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(history.members()).isEqualTo(2);
        Event<?> first = history.events().getFirst();
        assertThat(first.member()).isEqualTo(MemberId.of("crm:00017"));
        assertThat(first.occurredAt()).isEqualTo(Instant.parse("2026-03-01T04:30:00Z"));
        assertThat(first.fact()).isEqualTo(new OrderCompleted("A1", new Money(2990, "CNY"), List.of(), null));
        assertThat(((OrderCompleted) history.events().getLast().fact()).orderId())
                .isEqualTo("A,\"2\"");
    }

    @Test
    void shouldReadFourColumnsWithOrWithoutNamesAboveThem() throws Exception {
        History named = read(" customer_id  date number_of_cds  dollar_value\r\n 00001 19970101  1   11.77\r\n");
        History bare = read(" 00001 19970101  1   11.77\r\n 00002 19970112  1   12.00\r\n");

        Event<?> order = named.events().getFirst();
        assertThat(order.member()).isEqualTo(MemberId.of("cdnow:00001"));
        assertThat(order.occurredAt()).isEqualTo(Instant.parse("1997-01-01T12:00:00Z"));
        assertThat(((OrderCompleted) order.fact()).total()).isEqualTo(new Money(1177, "USD"));
        assertThat(bare.events()).hasSize(2);
    }

    @Test
    void shouldGiveTheSameIdsToTheSameFileAndDifferentOnesToEqualRows() throws Exception {
        String text = "00001 19970101 1 11.77\n00001 19970101 1 11.77\n";

        List<String> once = read(text).events().stream().map(Event::id).toList();
        List<String> again = read(text).events().stream().map(Event::id).toList();

        assertThat(again).isEqualTo(once);
        assertThat(once).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crm:1,A1,2026-03-01T12:30:00,2990,CNY|occurred_at must be a time with offset",
                "crm:1,A1,2026-03-01T12:30:00Z,29.90,CNY|amount_minor must be a whole number",
                "crm:1,A1,2026-03-01T12:30:00Z,-1,CNY|amountMinor must be between",
                "crm:1,A1,2026-03-01T12:30:00Z,1,XYZ|currency must be",
                "crm:1,A1,2026-03-01T12:30:00Z,1|5 values expected, 4 found",
                "crm:1,\"A1,2026-03-01T12:30:00Z,1,CNY|a double quote is not closed",
                "alice,A1,2026-03-01T12:30:00Z,1,CNY|member reference must be",
                "crm:1,GOOD,2026-03-01T12:30:00Z,1,CNY|order GOOD is already on line 2",
            })
    void shouldNameTheLineThatItCannotUnderstand(String row, String problem) {
        String good = "crm:1,GOOD,2026-03-01T12:30:00Z,1,CNY\n";

        assertThatThrownBy(() -> read(HEADER + good + row + "\n"))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("line 3: ")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"00001 19970101 1 11.7", "00001 19970230 1 11.70", "00001 19970101 1 -11.70"})
    void shouldNameTheLineOfAWrongRowInFourColumns(String row) {
        assertThatThrownBy(() -> read("00001 19970101 1 11.77\n" + row + "\n"))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("line 2: ");
    }

    @Test
    void shouldSayWhatItUnderstandsWhenAFileIsNeither() {
        assertThatThrownBy(() -> read("hello\n"))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining(CsvLayout.HEADER);
        assertThatThrownBy(() -> read("")).isInstanceOf(LauncherException.class).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read(HEADER)).hasMessageContaining("holds no order");
        assertThatThrownBy(() -> OrderFile.read(folder.resolve("none"))).hasMessageContaining("There is no file");
    }

    private History read(String text) throws IOException {
        Path file = folder.resolve("orders");
        Files.writeString(file, text);
        return OrderFile.read(file);
    }
}
