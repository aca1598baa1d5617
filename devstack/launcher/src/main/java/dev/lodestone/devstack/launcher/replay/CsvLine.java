package dev.lodestone.devstack.launcher.replay;

import java.util.ArrayList;
import java.util.List;

/** Takes a line of comma-separated values apart, as RFC 4180 writes them; a value does not run over the end of its line. */
final class CsvLine {
    private final String line;
    private int position;

    private CsvLine(String line) {
        this.line = line;
    }

    /** @throws IllegalArgumentException when a double quote is not closed, or closed in the middle of a value */
    static List<String> split(String line) {
        return new CsvLine(line).values();
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        values.add(value());
        while (position < line.length()) {
            if (line.charAt(position) != ',') {
                throw new IllegalArgumentException("a comma is missing after value " + values.size());
            }
            position++;
            values.add(value());
        }
        return values;
    }

    private String value() {
        return position < line.length() && line.charAt(position) == '"' ? quoted() : plain();
    }

    private String plain() {
        int comma = line.indexOf(',', position);
        int end = comma < 0 ? line.length() : comma;
        String value = line.substring(position, end).strip();
        position = end;
        return value;
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        position++;
        while (true) {
            int quote = line.indexOf('"', position);
            if (quote < 0) {
                throw new IllegalArgumentException("a double quote is not closed");
            }
            value.append(line, position, quote);
            position = quote + 1;
            if (position >= line.length() || line.charAt(position) != '"') {
                return value.toString();
            }
            value.append('"');
            position++;
        }
    }
}
