package dev.lodestone.points.adjustments;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Operators post by hand. */
@Path("/api/points/v1")
@RolesAllowed(Role.ADJUSTMENTS)
public class AdjustmentResource {
    private final Caller caller;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final AdjustmentService adjustments;

    AdjustmentResource(
            Caller caller, Transactions transactions, Idempotency idempotency, AdjustmentService adjustments) {
        this.caller = caller;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.adjustments = adjustments;
    }

    @POST
    @Path("members/{reference}/postings")
    public Uni<Response> post(
            @PathParam("reference") String reference,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid PostingRequest request) {
        MemberId member = Caller.named(reference);
        String actor = caller.subject();
        IdempotentRequest idempotent = IdempotentRequest.of(actor, key, "post " + member, request);
        return transactions.run(tx -> idempotency.once(
                tx, idempotent, Response.Status.CREATED, () -> adjustments.post(tx, member, request, actor)));
    }

    @POST
    @Path("members/{reference}/postings/{id}/reversal")
    public Uni<Response> reverse(
            @PathParam("reference") String reference,
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid ReversalRequest request) {
        MemberId member = Caller.named(reference);
        String actor = caller.subject();
        IdempotentRequest idempotent = IdempotentRequest.of(actor, key, "reverse " + id, request);
        return transactions.run(tx -> idempotency.once(
                tx,
                idempotent,
                Response.Status.CREATED,
                () -> adjustments.reverse(tx, member, id, request.note(), actor)));
    }
}
