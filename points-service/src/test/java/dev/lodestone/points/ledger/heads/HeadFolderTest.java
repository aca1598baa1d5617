package dev.lodestone.points.ledger.heads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.points.ledger.hashing.Chain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadFolderTest {
    @TempDir
    Path folder;

    @Test
    void shouldReadTheNewestLinesFirst() {
        HeadFolder heads = new HeadFolder(folder);
        heads.append(Chain.POSTINGS, List.of("one", "two"));
        heads.append(Chain.POSTINGS, List.of("three 点"));

        assertThat(heads.page(Chain.POSTINGS, 0).lines()).containsExactly("three 点", "two", "one");
        assertThat(heads.page(Chain.AUDIT, 0).lines()).isEmpty();
    }

    @Test
    void shouldReadAllLinesPageByPage() {
        HeadFolder heads = new HeadFolder(folder);
        List<String> written = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> i + " " + "x".repeat(1000))
                .toList();
        heads.append(Chain.POSTINGS, written);

        List<String> read = new ArrayList<>();
        HeadPage page = heads.page(Chain.POSTINGS, 0);
        read.addAll(page.lines());
        while (page.before() > 0) {
            page = heads.page(Chain.POSTINGS, page.before());
            read.addAll(page.lines());
        }

        assertThat(read).isEqualTo(written.reversed());
    }

    @Test
    void shouldReadBeyondALineThatIsLongerThanAPage() {
        HeadFolder heads = new HeadFolder(folder);
        heads.append(Chain.POSTINGS, List.of("one", "x".repeat(1_000_000), "three"));

        HeadPage page = heads.page(Chain.POSTINGS, 0);
        int pages = 1;
        while (page.before() > 0 && pages < 10) {
            page = heads.page(Chain.POSTINGS, page.before());
            pages++;
        }

        assertThat(page.before()).isZero();
        assertThat(page.lines()).contains("one");
    }

    @Test
    void shouldOverwriteAPartialLineAfterACrash() throws IOException {
        HeadFolder heads = new HeadFolder(folder);
        heads.append(Chain.POSTINGS, List.of("one"));
        Files.writeString(folder.resolve("postings.jsonl"), "{half", StandardOpenOption.APPEND);

        heads.append(Chain.POSTINGS, List.of("two"));

        assertThat(heads.page(Chain.POSTINGS, 0).lines()).containsExactly("two", "one");
    }
}
