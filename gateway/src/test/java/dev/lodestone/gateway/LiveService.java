package dev.lodestone.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A real service with server-sent events and WebSockets; the last segment of the path says how it behaves. */
public final class LiveService implements AutoCloseable {
    private static final String SUBPROTOCOL = "chat.v1";
    private static final Buffer BLOCK = Buffer.buffer(":".repeat(64 << 10) + "\n");

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final Set<HttpServerResponse> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sockets = new AtomicInteger();
    private final AtomicLong written = new AtomicLong();

    LiveService() {
        server = vertx.createHttpServer(new HttpServerOptions().setWebSocketSubProtocols(List.of(SUBPROTOCOL)))
                .requestHandler(this::answer)
                .webSocketHandler(this::accept)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    int port() {
        return server.actualPort();
    }

    /** Streams of events, and answers that stall, that are open now. */
    public int listeners() {
        return listeners.size();
    }

    /** WebSockets that are open now. */
    public int sockets() {
        return sockets.get();
    }

    /** Bytes that the gateway has taken of the flood so far. */
    public long written() {
        return written.get();
    }

    /** Sends an event to everybody who listens. */
    public void say(String text) {
        listeners.forEach(listener -> listener.write("data: " + text + "\n\n"));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        String behaviour = request.path().substring(request.path().lastIndexOf('/') + 1);
        if (behaviour.equals("socket")) {
            response.setStatusCode(426).end("not a handshake: " + request.headers());
            return;
        }
        if (behaviour.equals("stalls")) {
            listen(response);
            response.putHeader("Content-Length", "100").write("ten bytes.");
            return;
        }
        response.putHeader("Content-Type", "text/event-stream");
        if (behaviour.equals("measured")) {
            response.putHeader("Content-Length", "1000000");
        } else {
            response.setChunked(true);
        }
        listen(response);
        response.write("data: hello\n\n");
        if (behaviour.equals("flood")) {
            flood(response);
        }
    }

    private void listen(HttpServerResponse response) {
        listeners.add(response);
        response.closeHandler(closed -> listeners.remove(response));
        response.endHandler(end -> listeners.remove(response));
    }

    private void flood(HttpServerResponse response) {
        while (!response.writeQueueFull() && !response.closed()) {
            response.write(BLOCK).onSuccess(taken -> written.addAndGet(BLOCK.length()));
        }
        response.drainHandler(drained -> flood(response));
    }

    private void accept(ServerWebSocket socket) {
        sockets.incrementAndGet();
        socket.closeHandler(closed -> sockets.decrementAndGet());
        socket.textMessageHandler(text -> socket.writeTextMessage(socket.subProtocol() + ": " + text));
    }
}
