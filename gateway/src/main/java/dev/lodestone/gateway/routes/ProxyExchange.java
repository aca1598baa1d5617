package dev.lodestone.gateway.routes;

import dev.lodestone.gateway.limits.RequestPermits;
import dev.lodestone.gateway.refusals.Refusal;
import dev.lodestone.gateway.refusals.RefusedException;
import dev.lodestone.gateway.upstreams.Upstream;
import dev.lodestone.gateway.upstreams.UpstreamRequest;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Forwards one complete request to a service and streams the answer back, or answers with a refusal. */
final class ProxyExchange implements ProxyInterceptor {
    private final RoutingContext context;
    private final HttpServerRequest request;
    private final String uri;
    private final Upstream upstream;
    private final boolean live;
    private final Buffer body;
    private final ProxySettings settings;
    private final ServiceFailures failures;
    private final RequestPermits permits;
    private @Nullable UpstreamRequest opened;
    private @Nullable Body answer;

    /** @param live whether the answer may last */
    ProxyExchange(
            RoutingContext context,
            Upstream upstream,
            boolean live,
            Buffer body,
            ProxySettings settings,
            ServiceFailures failures) {
        this.context = context;
        this.request = context.request();
        this.permits = RequestPermits.of(context);
        this.uri = uri(context);
        this.upstream = upstream;
        this.live = live;
        this.body = body;
        this.settings = settings;
        this.failures = failures;
    }

    Future<HttpClientRequest> open(ProxyContext context) {
        HttpMethod method = context.request().getMethod();
        return (live ? upstream.openLive(method, uri) : upstream.open(method, uri, settings.silenceMax()))
                .map(this::keep);
    }

    private HttpClientRequest keep(UpstreamRequest upstreamRequest) {
        opened = upstreamRequest;
        permits.hold(() -> close(upstreamRequest));
        if (permits.isOver()) {
            throw new HttpClosedException("the client is gone");
        }
        return upstreamRequest.request();
    }

    /**
     * Once the answer is there, its end may have given the connection to another request already; to close it would break that one. So the
     * rest of an answer is read to nowhere, except where its length is unknown and it may never end, or where nothing more comes.
     */
    private void close(UpstreamRequest upstreamRequest) {
        if (answer == null || (answer.length() < 0 && !request.response().ended())) {
            upstreamRequest.breakOff();
            return;
        }
        if (request.response().ended()) {
            upstreamRequest.release();
        } else {
            readOn(upstreamRequest, answer.stream());
        }
    }

    private void readOn(UpstreamRequest upstreamRequest, ReadStream<Buffer> rest) {
        Silence silence = new Silence(settings.vertx(), settings.silenceMax(), upstreamRequest::breakOff);
        Runnable over = () -> {
            silence.end();
            upstreamRequest.release();
        };
        silence.begin();
        rest.handler(piece -> silence.heard())
                .endHandler(end -> over.run())
                .exceptionHandler(lost -> over.run())
                .resume();
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest proxied = context.request();
        proxied.setURI(uri);
        HopByHopHeaders.strip(proxied.headers());
        HopByHopHeaders.forward(
                proxied.headers(),
                HopByHopHeaders.address(request),
                request.scheme(),
                String.valueOf(request.authority()));
        // The gateway has already sent 100 Continue.
        proxied.headers().remove("Expect");
        // Services take bearer tokens only. Cookies are large, and none of their business.
        proxied.headers().remove("Cookie");
        proxied.setBody(hasBody() ? Body.body(body) : null);
        return context.sendRequest()
                .onSuccess(response -> answered())
                .compose(this::checkHead)
                .recover(this::refuse);
    }

    private void answered() {
        if (opened != null) {
            opened.answered();
        }
    }

    /**
     * A server that does not read a head to its end closes the connection after its answer. Closed here first, it is not used for the
     * request of another client, and that client's failure does not count against the service.
     */
    private Future<ProxyResponse> checkHead(ProxyResponse response) {
        if (response.getStatusCode() != RoutesProblems.HEADERS_TOO_LARGE.status()) {
            return Future.succeededFuture(response);
        }
        if (opened != null) {
            opened.breakOff();
        }
        return Future.failedFuture(new RefusedException(new Refusal(
                RoutesProblems.HEADERS_TOO_LARGE,
                "Send fewer or shorter headers",
                Map.of(),
                Map.of("service", upstream.name()))));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        MultiMap headers = context.response().headers();
        HopByHopHeaders.strip(headers);
        Cors.strip(headers);
        send(context.response());
        return Promise.<Void>promise().future();
    }

    /** Not left to the proxy, which on a failure closes the connection to the service even if another request uses it already. */
    private void send(ProxyResponse proxied) {
        Body body = proxied.getBody();
        answer = body;
        HttpServerResponse response = request.response();
        response.exceptionHandler(gone -> permits.end());
        response.setStatusCode(proxied.getStatusCode()).headers().addAll(proxied.headers());
        if (!response.headers().contains(HttpHeaders.DATE)) {
            // A proxy adds it where the origin does not (RFC 9110, 6.6.1).
            response.putHeader(HttpHeaders.DATE, HttpDate.of(settings.clock().instant()));
        }
        if (body.length() < 0) {
            response.setChunked(true);
        }
        forward(body.stream(), response);
    }

    private void forward(ReadStream<Buffer> from, HttpServerResponse to) {
        Silence silence =
                new Silence(settings.vertx(), live ? settings.liveSilenceMax() : settings.silenceMax(), this::lose);
        permits.hold(silence::end);
        from.exceptionHandler(lost -> lose());
        from.endHandler(end -> to.end());
        if (live) {
            TokenEnd.call(context, settings.vertx(), settings.clock(), () -> finish(from));
        }
        silence.begin();
        Flow.start(from, to, silence);
    }

    /** The client must see that the answer is not whole. */
    private void lose() {
        request.connection().close();
        permits.end();
    }

    /**
     * A stream that ends without a fault: the client may ask for another, with a token that is valid. An answer that has announced its
     * length is cut short, and the client would wait for the rest.
     */
    private void finish(ReadStream<Buffer> from) {
        from.handler(null).endHandler(null).exceptionHandler(null);
        if (opened != null) {
            opened.breakOff();
        }
        if (request.response().ended()) {
            permits.end();
        } else if (request.response().headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            lose();
        } else {
            request.response().end();
            permits.end();
        }
    }

    private boolean hasBody() {
        return body.length() > 0 || request.headers().contains("Transfer-Encoding");
    }

    /** Answers instead of the service. The proxy has nothing more to do then, so the future never completes. */
    private Future<ProxyResponse> refuse(Throwable failure) {
        if (isClients(failure)) {
            request.connection().close();
            permits.end();
        } else {
            failures.answer(request, opened, failure);
        }
        return Promise.<ProxyResponse>promise().future();
    }

    /**
     * Whether the client has ended the request by disconnecting, which is no failure of the service. When its connection fails, the proxy
     * resets the request with that failure before the response is closed.
     */
    private boolean isClients(Throwable failure) {
        return permits.isOver()
                || request.response().closed()
                || (failure instanceof StreamResetException
                        && failure.getCause() != null
                        && !(failure.getCause() instanceof TimeoutException));
    }

    /** The path as it was checked, without dot segments; the service could read the original as another path. */
    static String uri(RoutingContext context) {
        String query = context.request().query();
        return query == null ? context.normalizedPath() : context.normalizedPath() + "?" + query;
    }
}
