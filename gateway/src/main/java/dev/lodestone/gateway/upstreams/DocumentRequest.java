package dev.lodestone.gateway.upstreams;

import dev.lodestone.gateway.upstreams.Upstreams.Answer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks a service for one small document. The caller bounds the wait and reports its end by {@link #failed}, which gives the connection back. */
final class DocumentRequest {
    private final Upstream upstream;
    private final String uri;
    private final Map<String, String> headers;
    private final Duration bound;
    private final int bytesMax;
    private @Nullable UpstreamRequest opened;
    private boolean over;

    DocumentRequest(Upstream upstream, String uri, Map<String, String> headers, Duration bound, int bytesMax) {
        this.upstream = upstream;
        this.uri = uri;
        this.headers = headers;
        this.bound = bound;
        this.bytesMax = bytesMax;
    }

    CompletionStage<Answer> send() {
        return upstream.open(HttpMethod.GET, uri, bound).compose(this::exchange).toCompletionStage();
    }

    /** Ends the request, whatever it is at, and says why there is no answer. */
    synchronized UpstreamException failed(Throwable failure) {
        over = true;
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        UpstreamRequest request = opened;
        if (request == null) {
            return cause instanceof UpstreamException named ? named : upstream.unanswered(cause);
        }
        UpstreamException named = request.failed(cause);
        request.breakOff();
        return named;
    }

    private Future<Answer> exchange(UpstreamRequest request) {
        if (!keep(request)) {
            request.breakOff();
            return Future.failedFuture(new TimeoutException());
        }
        headers.forEach(request.request()::putHeader);
        return request.request()
                .send()
                // What comes after the head, such as more than we take, is no failure of the service.
                .onSuccess(head -> request.answered())
                .compose(response -> read(request.request(), response))
                .onSuccess(answer -> request.release());
    }

    private synchronized boolean keep(UpstreamRequest request) {
        opened = request;
        return !over;
    }

    private Future<Answer> read(HttpClientRequest request, HttpClientResponse response) {
        Promise<Answer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(chunk -> {
            if (body.length() + chunk.length() > bytesMax) {
                request.reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(end -> whole.tryComplete(new Answer(response.statusCode(), body)));
        return whole.future();
    }
}
