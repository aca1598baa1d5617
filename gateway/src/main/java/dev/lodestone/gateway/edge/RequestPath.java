package dev.lodestone.gateway.edge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds ambiguous paths: those that another reader could read as a path that was never checked. Gateway, proxies and service each decode and
 * normalise in their own way, so no way of reading may change the path. Well-behaved clients send no other paths.
 */
final class RequestPath {
    /** More rounds of decoding than any reader does; what is still encoded then is only text with percent signs. */
    private static final int DECODED_MAX = 3;

    private static final Pattern ENCODING = Pattern.compile("%(?:[0-9A-Fa-f]{2})?");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");

    private RequestPath() {}

    /**
     * What is wrong with the path of a request, and what to do.
     *
     * @return empty if the path is accepted
     */
    static Optional<String> fault(String raw) {
        if (!raw.startsWith("/")) {
            return Optional.of("Begin the path with /");
        }
        if (raw.indexOf('#') >= 0) {
            return Optional.of("Leave out the fragment");
        }
        String path = raw;
        for (int decoded = 0; decoded <= DECODED_MAX; decoded++) {
            Optional<String> fault = faultAsRead(path);
            if (fault.isPresent() || path.indexOf('%') < 0) {
                return fault;
            }
            Optional<String> next = decode(path);
            if (next.isEmpty()) {
                // Only the first encoding must be well formed; an encoded percent sign is ordinary text.
                return decoded == 0 ? Optional.of("Encode the path as RFC 3986 says, in UTF-8") : Optional.empty();
            }
            if (slashes(next.get()) != slashes(path)) {
                return Optional.of("Leave out encoded slashes");
            }
            path = next.get();
        }
        return Optional.empty();
    }

    private static Optional<String> faultAsRead(String path) {
        if (path.contains("//")) {
            return Optional.of("Leave out empty segments");
        }
        if (path.indexOf('\\') >= 0) {
            return Optional.of("Leave out backslashes");
        }
        if (CONTROL.matcher(path).find()) {
            return Optional.of("Leave out control characters");
        }
        return Arrays.stream(path.split("/", -1)).anyMatch(RequestPath::isDotSegment)
                ? Optional.of("Leave out the segments . and ..")
                : Optional.empty();
    }

    /** Some readers remove the parameters of a segment before they interpret it. */
    private static boolean isDotSegment(String segment) {
        int parameters = segment.indexOf(';');
        String name = parameters < 0 ? segment : segment.substring(0, parameters);
        return name.equals(".") || name.equals("..");
    }

    /** The path decoded once; empty if an encoding is incomplete or the result is not UTF-8. */
    private static Optional<String> decode(String path) {
        if (ENCODING.matcher(path).results().anyMatch(found -> found.group().length() == 1)) {
            return Optional.empty();
        }
        byte[] from = path.getBytes(StandardCharsets.UTF_8);
        ByteBuffer to = ByteBuffer.allocate(from.length);
        for (int at = 0; at < from.length; at++) {
            if (from[at] == '%') {
                to.put((byte) (Character.digit(from[at + 1], 16) << 4 | Character.digit(from[at + 2], 16)));
                at += 2;
            } else {
                to.put(from[at]);
            }
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(to.flip()).toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    private static long slashes(String path) {
        return path.chars().filter(character -> character == '/').count();
    }
}
