package dev.lodestone.gateway.refusals;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/**
 * What still comes of a body after the request was refused. It is read for a while, for clients that read the answer only once they have
 * sent everything. A body that does not end by then is not read any more, which costs nothing, and only later is its connection closed: a
 * client that would open the next at once, each with a token to verify, has to wait for it. Lives on its request's event loop.
 */
final class BodyRemainder {
    private static final long DISCARDED_BYTES_MAX = 16L << 20;
    /** As many bytes does each piece count at least: the work is in the pieces, and a client can send one for each byte. */
    private static final long PIECE_BYTES_MIN = 4L << 10;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final RefusalsConfig config;
    private final HeldConnections held;
    private long timer;
    private long bytes;
    private boolean holding;

    BodyRemainder(Vertx vertx, HttpServerRequest request, RefusalsConfig config, HeldConnections held) {
        this.vertx = vertx;
        this.request = request;
        this.config = config;
        this.held = held;
    }

    void discard() {
        timer = vertx.setTimer(config.readOn().toMillis(), over -> hold());
        request.exceptionHandler(gone -> end());
        request.endHandler(end -> end());
        request.handler(piece -> count(piece.length()));
        request.resume();
    }

    private void hold() {
        if (!held.tryTake()) {
            close();
            return;
        }
        holding = true;
        request.pause();
        timer = vertx.setTimer(config.hold().toMillis(), over -> close());
    }

    private void count(int more) {
        bytes += Math.max(more, PIECE_BYTES_MIN);
        if (bytes > DISCARDED_BYTES_MAX) {
            close();
        }
    }

    private void close() {
        end();
        request.connection().close();
    }

    private void end() {
        vertx.cancelTimer(timer);
        if (holding) {
            holding = false;
            held.release();
        }
    }
}
