package dev.lodestone.gateway.limits;

import dev.lodestone.gateway.refusals.Refusal;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The largest body that a client may send, with or without an announced size, and in how many pieces. Each piece costs work, however small:
 * with a piece for each byte, a client could cause much work in the gateway with little work of its own.
 */
@ApplicationScoped
class BodySize {
    private final long bytesMax;
    private final int piecesMax;

    BodySize(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize max, LimitsConfig config) {
        this.bytesMax = max.asLongValue();
        this.piecesMax = config.body().piecesMax();
    }

    boolean isExceededBy(long bytes) {
        return bytes > bytesMax;
    }

    /** Whether {@code request} announces a body that is too large. */
    boolean isExceededBy(HttpServerRequest request) {
        return isExceededBy(announcedBytes(request.getHeader(HttpHeaders.CONTENT_LENGTH)));
    }

    boolean isExceededByPieces(int pieces) {
        return pieces > piecesMax;
    }

    Refusal refusal() {
        return new Refusal(LimitsProblems.BODY_TOO_LARGE, "Send at most " + bytesMax + " bytes in one request");
    }

    Refusal refusalOfPieces() {
        return new Refusal(
                LimitsProblems.BODY_IN_TOO_MANY_PIECES,
                "Send the body in at most " + piecesMax + " chunks, or with its Content-Length");
    }

    private static long announcedBytes(@Nullable String contentLength) {
        if (contentLength == null) {
            return 0;
        }
        try {
            return Long.parseLong(contentLength);
        } catch (NumberFormatException unreadable) {
            // A number with too many digits is certainly too large; the server has already rejected values that are not
            // numbers.
            return Long.MAX_VALUE;
        }
    }
}
