package dev.lodestone.points.ledger.hashing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON object by RFC 8785 (JSON Canonicalization Scheme), so that the same values always give the same bytes: members sorted by
 * name, no white space, minimal escapes. Numbers are whole and written in full: beyond 2^53, where the RFC would round to a double, no two
 * amounts become one. Members without a value are left out, so that a new optional member does not change the form of older rows.
 */
public final class CanonicalJson {
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder json = new StringBuilder(600);
    private String last = "";

    public CanonicalJson put(String name, long value) {
        name(name).append(value);
        return this;
    }

    public CanonicalJson put(String name, @Nullable Integer value) {
        return value == null ? this : put(name, value.longValue());
    }

    public CanonicalJson put(String name, @Nullable String text) {
        if (text != null) {
            quote(name(name), text);
        }
        return this;
    }

    public CanonicalJson put(String name, @Nullable UUID id) {
        return put(name, id == null ? null : id.toString());
    }

    public CanonicalJson put(String name, @Nullable Hash hash) {
        return put(name, hash == null ? null : hash.hex());
    }

    /** UTC with microseconds, the precision of the database. */
    public CanonicalJson put(String name, Instant time) {
        name(name).append('"').append(MICROSECONDS.format(time)).append('"');
        return this;
    }

    private StringBuilder name(String name) {
        if (name.compareTo(last) <= 0) {
            throw new IllegalStateException(name + " comes before " + last);
        }
        json.append(last.isEmpty() ? '{' : ',');
        quote(json, name);
        last = name;
        return json.append(':');
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"', '\\' -> json.append('\\').append(character);
                case '\b' -> json.append("\\b");
                case '\t' -> json.append("\\t");
                case '\n' -> json.append("\\n");
                case '\f' -> json.append("\\f");
                case '\r' -> json.append("\\r");
                default -> {
                    if (character < ' ') {
                        json.append("\\u").append(HEX.toHexDigits(character));
                    } else {
                        json.append(character);
                    }
                }
            }
        }
        json.append('"');
    }

    @Override
    public String toString() {
        return json + "}";
    }
}
