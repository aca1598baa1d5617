package dev.lodestone.gateway.edge;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A request body that counts what passes. Beyond the limit it fails towards its reader and swallows the rest, until even that is
 * too much and the connection is closed.
 */
public final class LimitedBody implements ReadStream<Buffer> {
    private final HttpServerRequest request;
    private final long bytesMax;
    private final long discardedBytesMax;
    private long bytes;
    private @Nullable Handler<Buffer> reader;
    private @Nullable Handler<Throwable> failureReader;

    LimitedBody(HttpServerRequest request, long bytesMax, long discardedBytesMax) {
        this.request = request;
        this.bytesMax = bytesMax;
        this.discardedBytesMax = discardedBytesMax;
    }

    /** Whether more came than is allowed. */
    public boolean isExceeded() {
        return bytes > bytesMax;
    }

    /** Reads what still comes without using it. */
    void discard() {
        request.handler(this::count);
        request.resume();
    }

    private void count(Buffer chunk) {
        bytes += chunk.length();
        if (bytes - bytesMax > discardedBytesMax) {
            request.connection().close();
        }
    }

    private void pass(Buffer chunk) {
        boolean exceededBefore = isExceeded();
        count(chunk);
        if (!isExceeded()) {
            deliver(chunk);
        } else if (!exceededBefore && failureReader != null) {
            failureReader.handle(new BodyTooLargeException(bytesMax));
        }
    }

    private void deliver(Buffer chunk) {
        if (reader != null) {
            reader.handle(chunk);
        }
    }

    @Override
    public LimitedBody handler(@Nullable Handler<Buffer> handler) {
        reader = handler;
        if (handler != null) {
            request.handler(this::pass);
        }
        return this;
    }

    @Override
    public LimitedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        failureReader = handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public LimitedBody endHandler(@Nullable Handler<Void> handler) {
        request.endHandler(handler);
        return this;
    }

    @Override
    public LimitedBody pause() {
        request.pause();
        return this;
    }

    @Override
    public LimitedBody resume() {
        request.resume();
        return this;
    }

    @Override
    public LimitedBody fetch(long amount) {
        request.fetch(amount);
        return this;
    }
}
