package dev.lodestone.gateway.refusals;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/**
 * What still comes of a body after the request was refused. Most clients read the answer only once they have sent everything, so it is
 * read and thrown away; but only for a while, or one that never ends would keep its connection for ever.
 */
final class BodyRemainder {
    private static final long DISCARDED_BYTES_MAX = 16L << 20;
    private static final long PATIENCE_MILLIS = 5_000;

    private final HttpServerRequest request;
    private long bytes;

    private BodyRemainder(HttpServerRequest request) {
        this.request = request;
    }

    static void discard(Vertx vertx, HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        BodyRemainder remainder = new BodyRemainder(request);
        long timer = vertx.setTimer(PATIENCE_MILLIS, end -> remainder.close());
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.endHandler(end -> vertx.cancelTimer(timer));
        request.handler(chunk -> remainder.count(chunk.length()));
        request.resume();
    }

    private void count(int more) {
        bytes += more;
        if (bytes > DISCARDED_BYTES_MAX) {
            close();
        }
    }

    private void close() {
        request.connection().close();
    }
}
