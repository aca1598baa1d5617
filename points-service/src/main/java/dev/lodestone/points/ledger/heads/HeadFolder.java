package dev.lodestone.points.ledger.heads;

import dev.lodestone.points.ledger.hashing.Chain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Files of heads, one line each, only ever appended. */
final class HeadFolder {
    /** Some hundred lines, since one has about a kilobyte. */
    private static final int READ_BYTES = 1 << 18;

    private final Path folder;

    HeadFolder(Path folder) {
        this.folder = folder;
    }

    /** Appends {@code lines} and returns when the disk has them. */
    void append(Chain chain, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        String text = String.join("\n", lines) + "\n";
        try {
            Files.createDirectories(folder);
            try (FileChannel file = FileChannel.open(
                    folder.resolve(chain.file()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                file.position(endOfLines(file));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot append to the heads in " + folder, failure);
        }
    }

    /** Behind the last whole line: a crash may have left a part of another, which is written over. */
    private static long endOfLines(FileChannel file) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        long end = file.size();
        while (end > 0) {
            file.read(last.clear(), end - 1);
            if (last.get(0) == '\n') {
                break;
            }
            end--;
        }
        file.truncate(end);
        return end;
    }

    /** The lines that end before byte {@code end}, the newest first; 0 stands for the end of the file. */
    HeadPage page(Chain chain, long end) {
        Path path = folder.resolve(chain.file());
        if (!Files.exists(path)) {
            return HeadPage.NONE;
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            long until = end == 0 ? file.size() : end;
            long from = Math.max(0, until - READ_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate((int) (until - from));
            while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
                // Goes on until the range is read.
            }
            return page(new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1), from);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the heads in " + folder, failure);
        }
    }

    /** One character a byte, so that places in the text are places in the file. */
    private static HeadPage page(String text, long from) {
        int begin = from == 0 ? 0 : text.indexOf('\n') + 1;
        List<String> lines = new ArrayList<>();
        for (String line : text.substring(begin).split("\n")) {
            if (!line.isBlank()) {
                lines.add(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            }
        }
        return new HeadPage(lines.reversed(), from + begin);
    }
}
