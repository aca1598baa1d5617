package dev.lodestone.gateway.routes;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;

/** Passes each piece on as it comes, and reads no more while the receiver is behind. */
final class Flow {
    private Flow() {}

    static void start(ReadStream<Buffer> from, WriteStream<Buffer> to, Silence silence) {
        from.handler(piece -> {
            silence.heard();
            to.write(piece);
            if (to.writeQueueFull()) {
                silence.excuse();
                from.pause();
                to.drainHandler(drained -> {
                    silence.heard();
                    from.resume();
                });
            }
        });
        from.resume();
    }
}
