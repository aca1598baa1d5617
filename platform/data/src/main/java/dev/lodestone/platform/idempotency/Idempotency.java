package dev.lodestone.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Gives a repeated request its first answer, with {@code Idempotency-Hit: true}.
 *
 * <p>The key is claimed in the effect's transaction: of two at the same time the second waits for the first. A request that failed left
 * nothing behind and may be sent again with the same key.
 */
@ApplicationScoped
public class Idempotency {
    private static final String CLAIM = """
            insert into idempotency_key (caller, key, request_hash) values ($1, $2, $3) on conflict do nothing
            """;
    private static final String KEEP = """
            update idempotency_key set status = $3, body = $4 where caller = $1 and key = $2
            """;
    private static final String RECALL = """
            select request_hash, status, body from idempotency_key where caller = $1 and key = $2
            """;

    private final ObjectMapper json;

    Idempotency(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Runs {@code effect} unless {@code request} was answered before.
     *
     * @param status of the answer when the effect succeeds
     * @throws ProblemException 422 if the key was used for another request
     */
    public <T> Uni<Response> once(
            SqlConnection tx, IdempotentRequest request, Response.Status status, Supplier<Uni<T>> effect) {
        byte[] hash = hash(request);
        Tuple claim = Tuple.of(request.caller(), request.key(), Buffer.buffer(hash));
        return tx.preparedQuery(CLAIM)
                .execute(claim)
                .chain(rows -> rows.rowCount() == 1
                        ? effect.get().chain(view -> keep(tx, request, status, view))
                        : recall(tx, request, hash));
    }

    private Uni<Response> keep(SqlConnection tx, IdempotentRequest request, Response.Status status, Object view) {
        String body = write(view);
        return tx.preparedQuery(KEEP)
                .execute(Tuple.of(request.caller(), request.key(), status.getStatusCode(), body))
                .map(done -> answer(status.getStatusCode(), body).build());
    }

    private static Uni<Response> recall(SqlConnection tx, IdempotentRequest request, byte[] hash) {
        return tx.preparedQuery(RECALL)
                .execute(Tuple.of(request.caller(), request.key()))
                .map(rows -> replay(rows.iterator().next(), hash));
    }

    private static Response replay(Row row, byte[] hash) {
        if (!Arrays.equals(row.getBuffer("request_hash").getBytes(), hash)) {
            throw new ProblemException(
                    PlatformProblems.IDEMPOTENCY_KEY_REUSED, "Send a new Idempotency-Key with each new request");
        }
        return answer(row.getInteger("status"), row.getString("body"))
                .header("Idempotency-Hit", "true")
                .build();
    }

    private static Response.ResponseBuilder answer(int status, String body) {
        return Response.status(status).entity(body).type(MediaType.APPLICATION_JSON_TYPE);
    }

    private byte[] hash(IdempotentRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.operation() + "\n").getBytes(StandardCharsets.UTF_8));
            return digest.digest(write(request.body()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a view record could not be written", impossible);
        }
    }
}
