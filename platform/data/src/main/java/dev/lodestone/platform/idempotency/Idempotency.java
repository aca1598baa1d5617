package dev.lodestone.platform.idempotency;

import dev.lodestone.platform.idempotency.IdempotencyTable.Answer;
import dev.lodestone.platform.idempotency.IdempotencyTable.Claim;
import dev.lodestone.platform.idempotency.IdempotencyTable.Kept;
import dev.lodestone.platform.idempotency.IdempotencyTable.Key;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.sql.Pipeline;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Answers a repeated request with the first answer and {@code Idempotency-Hit: true}.
 *
 * <p>The key is claimed in the transaction of the effect: of two concurrent requests the second waits for the first. A failed request leaves
 * nothing behind and may be repeated with the same key.
 */
@ApplicationScoped
public class Idempotency {
    /** The effect of requests that have no answer yet. */
    public interface Effect<V> {
        /** The outcome of each of {@code fresh}. */
        Uni<Map<IdempotentRequest, Outcome<V>>> apply(List<IdempotentRequest> fresh);
    }

    private final Transactions transactions;
    private final Json json;

    Idempotency(Transactions transactions, Json json) {
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * Runs {@code effect} in a transaction of its own unless {@code request} was answered before.
     *
     * @param status of the answer when the effect succeeds
     * @throws ProblemException 422 if the key was used for another request
     */
    public <V> Uni<Response> run(
            IdempotentRequest request, Response.Status status, Function<SqlConnection, Uni<V>> effect) {
        return run(request, done -> status, effect);
    }

    /** As {@link #run(IdempotentRequest, Response.Status, Function)}, for an effect with several successful outcomes. */
    public <V> Uni<Response> run(
            IdempotentRequest request, Function<V, Response.Status> status, Function<SqlConnection, Uni<V>> effect) {
        return transactions.run(tx -> once(tx, request, status, () -> effect.apply(tx)));
    }

    /**
     * Runs {@code effect} unless {@code request} was answered before.
     *
     * @param status of the answer when the effect succeeds
     * @throws ProblemException 422 if the key was used for another request
     */
    public <V> Uni<Response> once(
            SqlConnection tx, IdempotentRequest request, Response.Status status, Supplier<Uni<V>> effect) {
        return once(tx, request, done -> status, effect);
    }

    /**
     * As {@link #once(SqlConnection, IdempotentRequest, Response.Status, Supplier)}, for an effect with several successful outcomes.
     *
     * @param status of an answer
     */
    public <V> Uni<Response> once(
            SqlConnection tx, IdempotentRequest request, Function<V, Response.Status> status, Supplier<Uni<V>> effect) {
        Effect<V> alone = fresh -> effect.get().map(view -> Map.of(request, new Outcome.Done<>(view)));
        return answered(tx, List.of(request), status, alone)
                .map(outcomes -> outcome(outcomes, request).orThrow());
    }

    /**
     * Runs {@code effect} for those of {@code requests} that have no answer yet. The number of statements does not depend on the number of
     * requests. A refused request leaves no key behind, as if it had been rolled back alone.
     *
     * @param requests no two of one caller with the same key
     * @param status of the answers where the effect succeeds
     * @return the answer of each; 422 if the key was used for another request
     */
    public <V> Uni<Map<IdempotentRequest, Outcome<Response>>> each(
            SqlConnection tx, List<IdempotentRequest> requests, Response.Status status, Effect<V> effect) {
        return answered(tx, requests, done -> status, effect);
    }

    private <V> Uni<Map<IdempotentRequest, Outcome<Response>>> answered(
            SqlConnection tx, List<IdempotentRequest> requests, Function<V, Response.Status> status, Effect<V> effect) {
        List<Claim> claims = requests.stream()
                .map(request -> new Claim(request, hash(request)))
                .toList();
        return IdempotencyTable.claim(tx, claims).chain(claimed -> {
            List<Claim> repeated = claims.stream()
                    .filter(claim -> !claimed.contains(Key.of(claim.request())))
                    .toList();
            List<IdempotentRequest> fresh = requests.stream()
                    .filter(request -> claimed.contains(Key.of(request)))
                    .toList();
            return replay(tx, repeated)
                    .chain(replayed -> run(tx, fresh, status, effect).map(run -> union(replayed, run)));
        });
    }

    private static Uni<Map<IdempotentRequest, Outcome<Response>>> replay(SqlConnection tx, List<Claim> repeated) {
        List<IdempotentRequest> requests = repeated.stream().map(Claim::request).toList();
        return IdempotencyTable.recall(tx, requests).map(kept -> {
            Map<IdempotentRequest, Outcome<Response>> outcomes = HashMap.newHashMap(repeated.size());
            for (Claim claim : repeated) {
                Kept first = Objects.requireNonNull(kept.get(Key.of(claim.request())), "a claimed key is kept");
                outcomes.put(claim.request(), Outcome.of(() -> replay(first, claim.hash())));
            }
            return outcomes;
        });
    }

    private <V> Uni<Map<IdempotentRequest, Outcome<Response>>> run(
            SqlConnection tx, List<IdempotentRequest> fresh, Function<V, Response.Status> status, Effect<V> effect) {
        return fresh.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : effect.apply(fresh).chain(outcomes -> keep(tx, status, outcomes));
    }

    private <V> Uni<Map<IdempotentRequest, Outcome<Response>>> keep(
            SqlConnection tx, Function<V, Response.Status> status, Map<IdempotentRequest, Outcome<V>> outcomes) {
        List<Answer> done = new ArrayList<>();
        List<IdempotentRequest> refused = new ArrayList<>();
        Map<IdempotentRequest, Outcome<Response>> answers = HashMap.newHashMap(outcomes.size());
        outcomes.forEach((request, outcome) -> {
            Outcome<Answer> answer =
                    outcome.map(view -> new Answer(request, status.apply(view).getStatusCode(), json.write(view)));
            answer.done().ifPresentOrElse(done::add, () -> refused.add(request));
            answers.put(
                    request,
                    answer.map(kept -> answer(kept.status(), kept.body()).build()));
        });
        return Pipeline.of(IdempotencyTable.keep(tx, done), IdempotencyTable.forget(tx, refused))
                .replaceWith(answers);
    }

    private static Response replay(Kept first, byte[] hash) {
        if (!Arrays.equals(first.hash(), hash)) {
            throw new ProblemException(
                    PlatformProblems.IDEMPOTENCY_KEY_REUSED, "Send a new Idempotency-Key with each new request");
        }
        return answer(first.status(), first.body())
                .header("Idempotency-Hit", "true")
                .build();
    }

    private static Response.ResponseBuilder answer(int status, String body) {
        return Response.status(status).entity(body).type(MediaType.APPLICATION_JSON_TYPE);
    }

    private static Map<IdempotentRequest, Outcome<Response>> union(
            Map<IdempotentRequest, Outcome<Response>> some, Map<IdempotentRequest, Outcome<Response>> others) {
        Map<IdempotentRequest, Outcome<Response>> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    private static Outcome<Response> outcome(
            Map<IdempotentRequest, Outcome<Response>> outcomes, IdempotentRequest request) {
        return Objects.requireNonNull(outcomes.get(request), "every request has an outcome");
    }

    private byte[] hash(IdempotentRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.operation() + "\n").getBytes(StandardCharsets.UTF_8));
            return digest.digest(json.write(request.body()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
