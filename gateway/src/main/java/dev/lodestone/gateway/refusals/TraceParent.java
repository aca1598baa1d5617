package dev.lodestone.gateway.refusals;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context header: what the client sent if it is well formed, else a new trace that starts here. */
public final class TraceParent {
    public static final String HEADER = "traceparent";

    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    /** Asks services to record the trace; how many traces are kept is the collector's choice. */
    private static final String SAMPLED = "01";

    private TraceParent() {}

    public static String continued(@Nullable String received) {
        return received != null && FORM.matcher(received).matches() ? received : started();
    }

    public static @Nullable String traceId(@Nullable String traceParent) {
        return traceParent != null && FORM.matcher(traceParent).matches() ? traceParent.substring(3, 35) : null;
    }

    private static String started() {
        return "00-" + randomHex() + randomHex() + "-" + randomHex() + "-" + SAMPLED;
    }

    private static String randomHex() {
        // Never zero, which the standard reserves for "no id".
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1L);
    }
}
