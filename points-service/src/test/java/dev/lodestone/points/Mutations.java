package dev.lodestone.points;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Changes texts to invalid ones, as faulty clients and attackers send them. The same generator creates the same texts. */
final class Mutations {
    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|-?[0-9]+(\\.[0-9]+)?|true|false|null");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e999",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"XYZ\"",
            "\"9999-12-31T23:59:59Z\"",
            "\"-0001-01-01T00:00:00Z\"",
            "\"../../etc/passwd\"",
            "\"' or 1=1 --\"",
            "\"" + "x".repeat(5_000) + "\"",
            "[]",
            "{}",
            "[[[[[[[[]]]]]]]]",
            "{\"a\":{\"b\":[1,2,{\"c\":null}]}}");

    private final RandomGenerator random;

    Mutations(RandomGenerator random) {
        this.random = random;
    }

    /** {@code text} with one to three errors. */
    byte[] of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int wrong = random.nextInt(1, 4); wrong > 0; wrong--) {
            bytes = random.nextInt(4) == 0
                    ? changeBytes(bytes)
                    : changeToken(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }

    /** {@code path} with one segment, or the value of one query parameter, replaced. */
    String ofPath(String path) {
        String[] steps = path.split("(?<=[/=])");
        int at = random.nextInt(steps.length);
        String end = steps[at].replaceFirst("^[^/=?&]*", "");
        String value = value().replace("\"", "");
        // A longer line is refused by the HTTP server before it reaches the service.
        steps[at] = value.substring(0, Math.min(value.length(), 200)) + end;
        return String.join("", steps);
    }

    private String value() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    private String changeToken(String text) {
        List<int[]> tokens = TOKEN.matcher(text)
                .results()
                .map(found -> new int[] {found.start(), found.end()})
                .toList();
        if (tokens.isEmpty()) {
            return value();
        }
        int[] token = tokens.get(random.nextInt(tokens.size()));
        return text.substring(0, token[0]) + value() + text.substring(token[1]);
    }

    private byte[] changeBytes(byte[] bytes) {
        if (bytes.length < 2) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(3)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> Arrays.copyOf(bytes, at);
            default -> {
                byte[] doubled = Arrays.copyOf(bytes, bytes.length * 2 - at);
                System.arraycopy(bytes, at, doubled, bytes.length, bytes.length - at);
                yield doubled;
            }
        };
    }
}
