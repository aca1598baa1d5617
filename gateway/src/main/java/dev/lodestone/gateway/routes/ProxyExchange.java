package dev.lodestone.gateway.routes;

import dev.lodestone.gateway.refusals.Refusal;
import dev.lodestone.gateway.refusals.Refusals;
import dev.lodestone.platform.problem.Problem;
import dev.lodestone.platform.problem.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    private @Nullable UpstreamRequest opened;
    private boolean closed;

    ProxyExchange(RoutingContext context, Upstream upstream, Duration silenceMax, Buffer body, Refusals refusals) {
        this.request = context.request();
        this.uri = uri(context);
        this.upstream = upstream;
        this.silenceMax = silenceMax;
        this.body = body;
        this.refusals = refusals;
    }

    Future<HttpClientRequest> open(ProxyContext context) {
        return upstream.open(context.request().getMethod(), uri, silenceMax).map(this::keep);
    }

    /** The request is answered. */
    void end() {
        closed = true;
        if (opened != null) {
            opened.permit().release();
        }
    }

    /** The client has disconnected: the service can stop. */
    void breakOff() {
        closed = true;
        if (opened != null) {
            opened.breakOff();
        }
    }

    private HttpClientRequest keep(UpstreamRequest request) {
        opened = request;
        if (closed) {
            request.breakOff();
            throw new IllegalStateException("the client is gone");
        }
        return request.request();
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest proxied = context.request();
        proxied.setURI(uri);
        HopByHopHeaders.strip(proxied.headers());
        HopByHopHeaders.forward(proxied.headers(), address(), request.scheme(), String.valueOf(request.authority()));
        // The gateway has already sent 100 Continue.
        proxied.headers().remove("Expect");
        proxied.setBody(hasBody() ? Body.body(body) : null);
        return context.sendRequest()
                .onSuccess(response -> upstream.answered())
                .recover(failure -> Future.succeededFuture(refuse(context.request(), failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        MultiMap headers = context.response().headers();
        HopByHopHeaders.strip(headers);
        CORS.forEach(headers::remove);
        return context.sendResponse();
    }

    private boolean hasBody() {
        return body.length() > 0 || request.headers().contains("Transfer-Encoding");
    }

    private ProxyResponse refuse(ProxyRequest proxied, Throwable failure) {
        Refusal refusal = refusal(failure);
        Buffer document = refusals.document(request, refusal);
        ProxyResponse response = proxied.release().response();
        response.setStatusCode(refusal.type().status());
        response.putHeader("Content-Type", Problem.MEDIA_TYPE);
        refusal.headers().forEach(response::putHeader);
        return response.setBody(Body.body(document));
    }

    private Refusal refusal(Throwable failure) {
        return switch (failureOf(failure).reason()) {
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

    /** A client that disconnects aborts its own request; this is no failure of the service. */
    private UpstreamException failureOf(Throwable failure) {
        return closed || request.response().closed()
                ? new UpstreamException(upstream.name(), UpstreamException.Reason.BROKEN_OFF, failure)
                : upstream.failed(failure, silenceMax);
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
