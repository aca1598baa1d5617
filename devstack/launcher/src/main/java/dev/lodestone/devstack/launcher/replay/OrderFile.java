package dev.lodestone.devstack.launcher.replay;

import dev.lodestone.devstack.launcher.LauncherException;
import dev.lodestone.platform.cloudevents.Event;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a file of orders, in one of two layouts, recognized by the first line: {@link CsvLayout} and {@link
 * CdnowLayout}. The whole file is read and checked before anything is sent.
 */
final class OrderFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private OrderFile() {}

    /** @throws LauncherException naming the line, when there is one that cannot be understood */
    static History read(Path file) {
        List<String> lines = lines(file);
        OrderLayout layout = layout(file, lines.getFirst());
        List<Event<?>> events = new ArrayList<>(lines.size());
        for (int index = layout.isHeader(lines.getFirst()) ? 1 : 0; index < lines.size(); index++) {
            if (!lines.get(index).isBlank()) {
                events.add(event(file, layout, index + 1, lines.get(index)));
            }
        }
        if (events.isEmpty()) {
            throw new LauncherException(file + " holds no order");
        }
        return new History(events);
    }

    private static Event<?> event(Path file, OrderLayout layout, int line, String content) {
        try {
            return layout.event(line, content);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException wrong) {
            throw new LauncherException(file + ", line " + line + ": " + wrong.getMessage(), wrong);
        }
    }

    private static List<String> lines(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            List<String> lines = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                    .lines()
                    .toList();
            if (lines.isEmpty()) {
                throw new LauncherException(file + " is empty");
            }
            return lines;
        } catch (NoSuchFileException missing) {
            throw new LauncherException("There is no file " + file, missing);
        } catch (CharacterCodingException wrong) {
            throw new LauncherException(file + " is not UTF-8 text", wrong);
        } catch (IOException unreadable) {
            throw new LauncherException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static OrderLayout layout(Path file, String first) {
        for (OrderLayout layout : List.of(new CsvLayout(), new CdnowLayout())) {
            if (layout.recognises(first)) {
                return layout;
            }
        }
        throw new LauncherException(file + ", line 1: neither the header " + CsvLayout.HEADER
                + " nor four columns such as: 00001 19970101 1 11.77");
    }
}
