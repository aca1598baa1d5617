package dev.lodestone.gateway.refusals;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/**
 * The rest of a body after the request was rejected. It is read for a limited time, for clients that read the answer only after they have
 * sent everything. Then the connection stays open unread, which costs nothing, and is closed later: otherwise a
 * client could open a new connection at once, each with a token to verify. Lives on its request's event loop.
 */
final class BodyRemainder {
    private static final long DISCARDED_BYTES_MAX = 16L << 20;
    /** The fewest bytes that a piece counts: each piece costs work, and a client can send a piece for each byte. */
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
