package dev.lodestone.gateway.routes;

import dev.lodestone.gateway.edge.BodyLimit;
import dev.lodestone.gateway.edge.LimitedBody;
import dev.lodestone.gateway.edge.Refusal;
import dev.lodestone.gateway.edge.Refusals;
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
import java.util.concurrent.TimeoutException;

/** One request on its way to a service and its answer on the way back, or a refusal if there is none. Bodies stream. */
final class Exchange implements ProxyInterceptor {
    /** CORS is settled between the browser and the gateway; a service's own word on it would contradict. */
    private static final List<String> CORS = List.of(
            "Access-Control-Allow-Origin",
            "Access-Control-Allow-Credentials",
            "Access-Control-Allow-Headers",
            "Access-Control-Allow-Methods",
            "Access-Control-Expose-Headers",
            "Access-Control-Max-Age");

    private final HttpServerRequest request;
    private final String uri;
    private final Upstream upstream;
    private final Duration silenceMax;
    private final LimitedBody body;
    private final BodyLimit bodyLimit;
    private final Refusals refusals;

    Exchange(RoutingContext context, Upstream upstream, Duration silenceMax, BodyLimit bodyLimit, Refusals refusals) {
        this.request = context.request();
        this.uri = uri(context);
        this.upstream = upstream;
        this.silenceMax = silenceMax;
        this.body = bodyLimit.limited(context.request());
        this.bodyLimit = bodyLimit;
        this.refusals = refusals;
    }

    Future<HttpClientRequest> open(ProxyContext context) {
        return upstream.open(context.request().getMethod(), uri, silenceMax);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest proxied = context.request();
        proxied.setURI(uri);
        Hop.strip(proxied.headers());
        Hop.forward(proxied.headers(), address(), request.scheme(), String.valueOf(request.authority()));
        awaitBody(proxied.headers());
        proxied.setBody(Body.body(body, proxied.getBody().length()));
        return context.sendRequest()
                .onSuccess(response -> upstream.answered())
                .recover(failure -> Future.succeededFuture(refuse(context.request(), failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        MultiMap headers = context.response().headers();
        Hop.strip(headers);
        CORS.forEach(headers::remove);
        return context.sendResponse();
    }

    /** A client that waits for a go-ahead gets it from us, since the size has been checked; the service need not be asked. */
    private void awaitBody(MultiMap headers) {
        if (headers.contains("Expect")) {
            headers.remove("Expect");
            request.response().writeContinue();
        }
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
        if (body.isExceeded()) {
            return bodyLimit.refusal();
        }
        if (clientIsToBlame(failure)) {
            return new Refusal(RoutesProblems.REQUEST_TOO_SLOW, "Send the whole body without pauses");
        }
        return switch (upstream.failed(failure).reason()) {
            case UNREACHABLE ->
                refusal(RoutesProblems.SERVICE_UNAVAILABLE, "Nothing was done; repeat after Retry-After seconds");
            case BROKEN_OFF ->
                refusal(RoutesProblems.SERVICE_BROKE_OFF, "Repeat the request with the same Idempotency-Key");
            case TOO_SLOW ->
                refusal(RoutesProblems.SERVICE_TOO_SLOW, "Repeat the request with the same Idempotency-Key");
        };
    }

    /** A client that leaves, or whose body does not come, must not count against the service. */
    private boolean clientIsToBlame(Throwable failure) {
        return request.response().closed() || (!request.isEnded() && failure instanceof TimeoutException);
    }

    private Refusal refusal(ProblemType problem, String whatToDo) {
        Map<String, String> headers =
                problem == RoutesProblems.SERVICE_UNAVAILABLE ? Map.of("Retry-After", "5") : Map.of();
        return new Refusal(
                problem,
                upstream.name() + " gives no answer. " + whatToDo,
                headers,
                Map.of("service", upstream.name()));
    }

    private String address() {
        return request.remoteAddress() == null
                ? "unknown"
                : request.remoteAddress().hostAddress();
    }

    /** The path without dot segments, as it was checked; sent as it came, the service could read another path in it. */
    private static String uri(RoutingContext context) {
        String query = context.request().query();
        return query == null ? context.normalizedPath() : context.normalizedPath() + "?" + query;
    }
}
