package dev.lodestone.points.ledger.limits;

import dev.lodestone.platform.approvals.ProposalView;
import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.security.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Answers requests that {@link LimitService} may turn into proposals: 201 with the result, or 202 with the proposal. */
@ApplicationScoped
public class LimitedRequestService {
    private final Caller caller;
    private final SecurityIdentity identity;
    private final Idempotency idempotency;

    LimitedRequestService(Caller caller, SecurityIdentity identity, Idempotency idempotency) {
        this.caller = caller;
        this.identity = identity;
        this.idempotency = idempotency;
    }

    /**
     * Runs {@code effect} once for the caller of the present request, in a transaction of its own.
     *
     * @param key header {@code Idempotency-Key}
     * @param operation names the request together with what it is about, such as {@code reverse} and the id of a posting
     * @param effect gets the caller's authority; returns the result, or the proposal that {@link LimitService#permit} made of the request
     */
    public Uni<Response> answer(
            @Nullable String key,
            String operation,
            Object request,
            BiFunction<SqlConnection, Authority, Uni<Object>> effect) {
        Authority authority = new Authority.Alone(caller.subject(), identity.getRoles(), Ids.next());
        return idempotency.run(
                IdempotentRequest.of(authority.actor(), key, operation, request),
                LimitedRequestService::status,
                tx -> effect.apply(tx, authority));
    }

    private static Response.Status status(Object answer) {
        return answer instanceof ProposalView ? Response.Status.ACCEPTED : Response.Status.CREATED;
    }
}
