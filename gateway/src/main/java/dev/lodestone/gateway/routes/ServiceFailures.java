package dev.lodestone.gateway.routes;

import dev.lodestone.gateway.refusals.Refusal;
import dev.lodestone.gateway.refusals.Refusals;
import dev.lodestone.gateway.refusals.RefusedException;
import dev.lodestone.gateway.upstreams.Upstream;
import dev.lodestone.gateway.upstreams.UpstreamException;
import dev.lodestone.gateway.upstreams.UpstreamRequest;
import dev.lodestone.platform.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client is answered if a service does not answer. */
record ServiceFailures(Upstream upstream, Refusals refusals) {
    /** Seconds, if nothing has been done yet: a service needs more time to recover than a connection to become free. */
    private static final Map<ProblemType, String> RETRY_AFTER =
            Map.of(RoutesProblems.SERVICE_UNAVAILABLE, "5", RoutesProblems.GATEWAY_SATURATED, "1");

    /** @param opened the request to the service, if there is a connection */
    void answer(HttpServerRequest request, @Nullable UpstreamRequest opened, Throwable failure) {
        refusals.answer(
                request, failure instanceof RefusedException refused ? refused.refusal() : refusal(opened, failure));
    }

    private Refusal refusal(@Nullable UpstreamRequest opened, Throwable failure) {
        return switch (named(opened, failure).reason()) {
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

    private UpstreamException named(@Nullable UpstreamRequest opened, Throwable failure) {
        if (failure instanceof UpstreamException known) {
            return known;
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
}
