package dev.lodestone.gateway.routes;

import io.netty.handler.codec.DateFormatter;
import java.time.Instant;
import java.util.Date;

/** Times in HTTP headers (RFC 9110, 5.6.7). */
final class HttpDate {
    private HttpDate() {}

    /** The time with a day of two digits, which the JDK's formatter for RFC 1123 lacks. */
    static String of(Instant time) {
        return DateFormatter.format(Date.from(time));
    }
}
