package dev.lodestone.gateway.routes;

import dev.lodestone.gateway.limits.RequestPermits;
import dev.lodestone.gateway.upstreams.UpstreamRequest;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeoutException;

/**
 * Connects a WebSocket of a client with one of a service. After the handshake the bytes pass as they are, so that subprotocols and
 * extensions are between the two; either side's end is the other's.
 */
final class WebSocketTunnel {
    private static final int SWITCHING_PROTOCOLS = 101;
    /** A refusal is a problem document; more than this is none. */
    private static final int REFUSAL_BYTES_MAX = 16 << 10;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final RequestPermits permits;
    private final ServiceFailures failures;
    private final ProxySettings settings;
    private boolean refused;

    WebSocketTunnel(RoutingContext context, ServiceFailures failures, ProxySettings settings) {
        this.context = context;
        this.request = context.request();
        this.permits = RequestPermits.of(context);
        this.failures = failures;
        this.settings = settings;
    }

    void open(Future<UpstreamRequest> connection) {
        connection.onSuccess(this::shakeHands).onFailure(failure -> failures.answer(request, null, failure));
    }

    private void shakeHands(UpstreamRequest upstream) {
        permits.hold(() -> close(upstream));
        if (permits.isOver()) {
            return;
        }
        MultiMap headers = upstream.request().headers();
        headers.addAll(request.headers());
        HopByHopHeaders.strip(headers);
        HopByHopHeaders.forward(
                headers, HopByHopHeaders.address(request), request.scheme(), String.valueOf(request.authority()));
        headers.remove(HttpHeaders.HOST).remove(HttpHeaders.COOKIE);
        headers.set(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE).set(HttpHeaders.UPGRADE, "websocket");
        upstream.request()
                .connect()
                .onSuccess(response -> answer(upstream, response))
                .onFailure(failure -> fail(upstream, failure));
    }

    /** A client that is gone has ended the request itself, which is no failure of the service. */
    private void fail(UpstreamRequest upstream, Throwable failure) {
        if (!permits.isOver() && !request.response().closed()) {
            failures.answer(request, upstream, failure);
        }
    }

    private void answer(UpstreamRequest upstream, HttpClientResponse response) {
        upstream.answered();
        if (response.statusCode() == SWITCHING_PROTOCOLS) {
            NetSocket service = response.netSocket().pause();
            request.response().setStatusCode(SWITCHING_PROTOCOLS).headers().addAll(response.headers());
            request.toNetSocket().onSuccess(client -> connect(client, service)).onFailure(gone -> permits.end());
        } else {
            refuse(upstream, response);
        }
    }

    /** After a whole refusal another stream may use the connection already. */
    private void close(UpstreamRequest upstream) {
        if (refused) {
            upstream.release();
        } else {
            upstream.breakOff();
        }
    }

    /** The service's own refusal, such as 403. It is passed on only if it is short and comes whole before the response time-out. */
    private void refuse(UpstreamRequest upstream, HttpClientResponse response) {
        Silence wait =
                new Silence(settings.vertx(), settings.silenceMax(), () -> fail(upstream, new TimeoutException()));
        permits.hold(wait::end);
        wait.begin();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(lost -> fail(upstream, lost));
        response.handler(piece -> {
            if (body.length() + piece.length() <= REFUSAL_BYTES_MAX) {
                body.appendBuffer(piece);
            } else {
                response.handler(null);
                fail(upstream, new HttpClosedException("the refusal of a WebSocket is too large"));
            }
        });
        response.endHandler(end -> {
            refused = true;
            if (!permits.isOver()) {
                pass(response, body);
            }
        });
    }

    private void pass(HttpClientResponse response, Buffer body) {
        MultiMap headers = response.headers();
        HopByHopHeaders.strip(headers);
        Cors.strip(headers);
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        request.response().setStatusCode(response.statusCode()).headers().addAll(headers);
        request.response().end(body);
    }

    private void connect(NetSocket client, NetSocket service) {
        Silence silence = new Silence(settings.vertx(), settings.liveSilenceMax(), permits::end);
        permits.hold(() -> {
            silence.end();
            client.close();
            service.close();
        });
        TokenEnd.call(context, settings.vertx(), settings.clock(), permits::end);
        for (NetSocket side : new NetSocket[] {client, service}) {
            side.exceptionHandler(lost -> permits.end());
            side.endHandler(end -> permits.end());
            side.closeHandler(closed -> permits.end());
        }
        silence.begin();
        Flow.start(client, service, silence);
        Flow.start(service, client, silence);
    }
}
