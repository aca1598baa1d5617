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

/** Append-only files of heads, one head per line. */
final class HeadFolder {
    /** Some hundred lines; a line has about one kilobyte. */
    private static final int READ_BYTES = 1 << 18;

    private final Path folder;

    HeadFolder(Path folder) {
        this.folder = folder;
    }

    /** Appends {@code lines}; returns when they are on disk. */
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

    /** The end of the last complete line. A crash may have left a partial line after it, which is overwritten. */
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

    /** The lines that end before byte {@code end}, newest first; 0 means the end of the file. */
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
                // Reads until the range is complete.
            }
            return page(new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1), from);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the heads in " + folder, failure);
        }
    }

    /** One character per byte, so that positions in the text are positions in the file. */
    private static HeadPage page(String text, long from) {
        int firstEnd = text.indexOf('\n');
        // A line longer than a page, which no head is, must not make the page empty, or the next one would be the same.
        int begin = from == 0 || firstEnd == text.length() - 1 ? 0 : firstEnd + 1;
        List<String> lines = new ArrayList<>();
        for (String line : text.substring(begin).split("\n")) {
            if (!line.isBlank()) {
                lines.add(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            }
        }
        return new HeadPage(lines.reversed(), from + begin);
    }
}
