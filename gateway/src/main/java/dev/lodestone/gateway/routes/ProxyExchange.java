package dev.lodestone.gateway.routes;

import dev.lodestone.gateway.limits.RequestPermits;
import dev.lodestone.gateway.refusals.Refusal;
import dev.lodestone.gateway.refusals.Refusals;
import dev.lodestone.gateway.refusals.RefusedException;
import dev.lodestone.gateway.upstreams.Upstream;
import dev.lodestone.gateway.upstreams.UpstreamException;
import dev.lodestone.gateway.upstreams.UpstreamRequest;
import dev.lodestone.platform.problem.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Forwards one complete request to a service and streams the answer back, or answers with a refusal. */
final class ProxyExchange implements ProxyInterceptor {
    /** The gateway handles CORS; headers of a service would contradict. */
    private static final List<String> CORS = List.of(
            "Access-Control-Allow-Origin",
            "Access-Control-Allow-Credentials",
            "Access-Control-Allow-Headers",
            "Access-Control-Allow-Methods",
            "Access-Control-Expose-Headers",
            "Access-Control-Max-Age");

    /** Seconds, if nothing has been done yet: a service needs more time to recover than a connection to become free. */
    private static final Map<ProblemType, String> RETRY_AFTER =
            Map.of(RoutesProblems.SERVICE_UNAVAILABLE, "5", RoutesProblems.GATEWAY_SATURATED, "1");

    private final HttpServerRequest request;
    private final String uri;
    private final Upstream upstream;
    private final Duration silenceMax;
    private final Buffer body;
    private final Refusals refusals;
    private final Clock clock;
    private final RequestPermits permits;
    private @Nullable UpstreamRequest opened;
    private @Nullable Body answer;

    ProxyExchange(
            RoutingContext context,
            Upstream upstream,
            Duration silenceMax,
            Buffer body,
            Refusals refusals,
            Clock clock) {
        this.request = context.request();
        this.permits = RequestPermits.of(context);
        this.uri = uri(context);
        this.upstream = upstream;
        this.silenceMax = silenceMax;
        this.body = body;
        this.refusals = refusals;
        this.clock = clock;
    }

    Future<HttpClientRequest> open(ProxyContext context) {
        return upstream.open(context.request().getMethod(), uri, silenceMax).map(this::keep);
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
     * rest of an answer is read to nowhere, except where its length is unknown and it may never end.
     */
    private void close(UpstreamRequest upstreamRequest) {
        if (answer == null || (answer.length() < 0 && !request.response().ended())) {
            upstreamRequest.breakOff();
            return;
        }
        upstreamRequest.release();
        if (!request.response().ended()) {
            answer.stream()
                    .handler(null)
                    .endHandler(null)
                    .exceptionHandler(null)
                    .resume();
        }
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest proxied = context.request();
        proxied.setURI(uri);
        HopByHopHeaders.strip(proxied.headers());
        HopByHopHeaders.forward(proxied.headers(), address(), request.scheme(), String.valueOf(request.authority()));
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
        CORS.forEach(headers::remove);
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
            response.putHeader(HttpHeaders.DATE, HttpDate.of(clock.instant()));
        }
        if (body.length() < 0) {
            response.setChunked(true);
        }
        body.stream().pipe().endOnFailure(false).to(response).onFailure(lost -> {
            request.connection().close();
            permits.end();
        });
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
            refusals.answer(
                    request, failure instanceof RefusedException refused ? refused.refusal() : refusal(failure));
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

    private Refusal refusal(Throwable failure) {
        return switch (failed(failure).reason()) {
            case UNREACHABLE ->
                refusal(RoutesProblems.SERVICE_UNAVAILABLE, "Nothing was done; repeat after Retry-After seconds");
            case SATURATED ->
                refusal(RoutesProblems.GATEWAY_SATURATED, "Nothing was done; repeat after Retry-After seconds");
            case BROKEN_OFF ->
                refusal(RoutesProblems.UPSTREAM_CONNECTION_LOST, "Repeat the request with the same Idempotency-Key");
            case TOO_SLOW ->
                refusal(RoutesProblems.SERVICE_TOO_SLOW, "Repeat the request with the same Idempotency-Key");
        };
    }

    private UpstreamException failed(Throwable failure) {
        if (failure instanceof UpstreamException named) {
            return named;
        }
        return opened == null ? upstream.unanswered(failure) : opened.failed(failure);
    }

    private Refusal refusal(ProblemType problem, String whatToDo) {
        return new Refusal(
                problem,
                "There is no answer from " + upstream.name() + ". " + whatToDo,
                RETRY_AFTER.containsKey(problem) ? Map.of("Retry-After", RETRY_AFTER.get(problem)) : Map.of(),
                Map.of("service", upstream.name()));
    }

    private String address() {
        return request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
    }

    /** The path as it was checked, without dot segments; the service could read the original as another path. */
    private static String uri(RoutingContext context) {
        String query = context.request().query();
        return query == null ? context.normalizedPath() : context.normalizedPath() + "?" + query;
    }
}
