package dev.lodestone.gateway.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The largest body that a client may send, whether it announces the size or not. */
@ApplicationScoped
public class BodyLimit {
    /** What is still read and thrown away after a refusal: most clients read the answer only once they have sent everything. */
    private static final long DISCARDED_BYTES_MAX = 16L << 20;

    private final long bytesMax;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize max) {
        this.bytesMax = max.asLongValue();
    }

    /** Whether {@code request} announces a body that is too large. */
    boolean isExceededBy(HttpServerRequest request) {
        return announcedBytes(request.getHeader(HttpHeaders.CONTENT_LENGTH)) > bytesMax;
    }

    /** The body of {@code request}, which breaks off with {@link BodyTooLargeException} when more than the limit has come. */
    public LimitedBody limited(HttpServerRequest request) {
        return new LimitedBody(request, bytesMax, DISCARDED_BYTES_MAX);
    }

    public Refusal refusal() {
        return new Refusal(EdgeProblems.BODY_TOO_LARGE, "Send at most " + bytesMax + " bytes in one request");
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
