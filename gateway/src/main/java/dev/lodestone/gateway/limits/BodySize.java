package dev.lodestone.gateway.limits;

import dev.lodestone.gateway.refusals.Refusal;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The largest body that a client may send, whether it announces the size or not. */
@ApplicationScoped
class BodySize {
    private final long bytesMax;

    BodySize(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize max) {
        this.bytesMax = max.asLongValue();
    }

    boolean isExceededBy(long bytes) {
        return bytes > bytesMax;
    }

    /** Whether {@code request} announces a body that is too large. */
    boolean isExceededBy(HttpServerRequest request) {
        return isExceededBy(announcedBytes(request.getHeader(HttpHeaders.CONTENT_LENGTH)));
    }

    Refusal refusal() {
        return new Refusal(LimitsProblems.BODY_TOO_LARGE, "Send at most " + bytesMax + " bytes in one request");
    }

    private static long announcedBytes(@Nullable String contentLength) {
        if (contentLength == null) {
            return 0;
        }
        try {
            return Long.parseLong(contentLength);
        } catch (NumberFormatException unreadable) {
            // A number too long to read is certainly too large; the server has refused what is no number at all.
            return Long.MAX_VALUE;
        }
    }
}
