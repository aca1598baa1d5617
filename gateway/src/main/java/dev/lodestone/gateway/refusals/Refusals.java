package dev.lodestone.gateway.refusals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lodestone.platform.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes refusals as problem documents outside of REST resources, where no exception mapper works, and counts them. */
@ApplicationScoped
public class Refusals {
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final Vertx vertx;
    private final RefusalsConfig config;
    private final HeldConnections held;

    Refusals(ObjectMapper json, MeterRegistry meters, Vertx vertx, RefusalsConfig config) {
        this.json = json;
        this.meters = meters;
        this.vertx = vertx;
        this.config = config;
        this.held = new HeldConnections(config.heldMax());
        meters.gauge("lodestone.gateway.refused.held", held, HeldConnections::count);
    }

    /** Answers {@code request} with {@code refusal} and reads no more of it; does nothing if it has been answered or its client is gone. */
    public void answer(HttpServerRequest request, Refusal refusal) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.headWritten() || response.closed()) {
            return;
        }
        response.setStatusCode(refusal.type().status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        refusal.headers().forEach(response::putHeader);
        response.end(document(request, refusal));
        if (!request.isEnded()) {
            new BodyRemainder(vertx, request, config, held).discard();
        }
    }

    /** The problem document of {@code refusal}, which is counted as given. */
    public Buffer document(HttpServerRequest request, Refusal refusal) {
        meters.counter("lodestone.gateway.refusals", "problem", refusal.type().slug())
                .increment();
        Problem problem = Problem.of(
                refusal.type(),
                refusal.detail(),
                TraceParent.traceId(request.getHeader(TraceParent.HEADER)),
                refusal.extensions());
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem is plain text and numbers", impossible);
        }
    }
}
