package dev.lodestone.gateway.limits;

import dev.lodestone.gateway.refusals.Refusal;
import dev.lodestone.gateway.refusals.RefusedException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;

/** One body that is being received. Lives on its request's event loop. */
final class IncomingBody {
    private static final Map<String, String> SOON = Map.of("Retry-After", "1");
    private static final long NO_TIMER = -1;

    private final HttpServerRequest request;
    private final String client;
    private final BodyBudget budget;
    private final BodySize size;
    private final Promise<Buffer> whole = Promise.promise();
    private Buffer content = Buffer.buffer();
    private long reserved;
    private int pieces;

    IncomingBody(HttpServerRequest request, String client, BodyBudget budget, BodySize size) {
        this.request = request;
        this.client = client;
        this.budget = budget;
        this.size = size;
    }

    Future<Buffer> read(Vertx vertx, Duration timeout) {
        if (whole.future().isComplete()) {
            return whole.future();
        }
        if (request.isEnded()) {
            return Future.succeededFuture(content);
        }
        long timer = announcesBody() ? vertx.setTimer(timeout.toMillis(), late -> fail(tooSlow())) : NO_TIMER;
        request.exceptionHandler(whole::tryFail);
        request.endHandler(end -> whole.tryComplete(content));
        request.handler(this::receive);
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            // The gateway itself sends 100 Continue, because it has checked the announced size.
            request.response().writeContinue();
        }
        request.resume();
        return whole.future().onComplete(read -> vertx.cancelTimer(timer));
    }

    /** Releases the memory of the body. What still arrives of it is ignored. */
    void close() {
        whole.tryFail(new HttpClosedException("the request is over"));
        budget.release(client, reserved);
        reserved = 0;
        content = Buffer.buffer();
    }

    private boolean announcesBody() {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private void receive(Buffer chunk) {
        if (whole.future().isComplete()) {
            return;
        }
        if (size.isExceededBy(reserved + chunk.length())) {
            fail(size.refusal());
            return;
        }
        pieces++;
        if (size.isExceededByPieces(pieces)) {
            fail(size.refusalOfPieces());
            return;
        }
        switch (budget.reserve(client, chunk.length())) {
            case RESERVED -> {
                reserved += chunk.length();
                content.appendBuffer(chunk);
            }
            case CLIENT_EXHAUSTED ->
                fail(new Refusal(
                        LimitsProblems.CONCURRENCY_LIMITED,
                        "Wait until other requests of yours are answered, then repeat this one",
                        SOON));
            case TOTAL_EXHAUSTED ->
                fail(new Refusal(
                        LimitsProblems.GATEWAY_BUSY, "Nothing was done; repeat after Retry-After seconds", SOON));
        }
    }

    private void fail(Refusal refusal) {
        whole.tryFail(new RefusedException(refusal));
    }

    private static Refusal tooSlow() {
        return new Refusal(LimitsProblems.REQUEST_TOO_SLOW, "Send the whole body without pauses");
    }
}
