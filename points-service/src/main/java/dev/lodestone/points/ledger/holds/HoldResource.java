package dev.lodestone.points.ledger.holds;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.approvals.ProposalView;
import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.limits.LimitedRequestService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The brand's systems place, post and void holds for members. */
@Path("/api/points/v1/members/{reference}/holds")
@RolesAllowed(Role.HOLDS)
public class HoldResource {
    private final Caller caller;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final LimitedRequestService requests;
    private final HoldService holds;

    HoldResource(
            Caller caller,
            Transactions transactions,
            Idempotency idempotency,
            LimitedRequestService requests,
            HoldService holds) {
        this.caller = caller;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.requests = requests;
        this.holds = holds;
    }

    /**
     * Places a hold: {@code amount} whole units that the member cannot spend until the hold is posted, voided or expired. Answers 201 with the
     * hold. A request above the caller's limit becomes a proposal (202) that a second operator decides on.
     *
     * @throws ProblemException 400 {@code invalid-request} or {@code idempotency-key-missing}; 409 {@code insufficient-points}; 422
     *     {@code idempotency-key-reused}
     */
    @POST
    @APIResponse(
            responseCode = "201",
            description = "The hold",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Nothing is reserved yet: a second operator must approve the proposal",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Uni<Response> placeHold(
            @PathParam("reference") String reference,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid HoldRequest request) {
        MemberId member = Caller.named(reference);
        return requests.answer(
                key, "hold " + member, request, (tx, authority) -> holds.place(tx, member, request, authority));
    }

    /**
     * Returns a hold in its present state. Amounts are whole units of its asset.
     *
     * @param id the hold, from the answer that created it
     * @throws ProblemException 404 {@code hold-unknown}
     */
    @GET
    @Path("{id}")
    public Uni<HoldView> getHold(@PathParam("reference") String reference, @PathParam("id") UUID id) {
        MemberId member = Caller.named(reference);
        return transactions.read(connection -> holds.find(connection, member, id));
    }

    /**
     * Spends {@code amount} units of an open hold, all of it if left out, and releases the rest. Answers the closed hold.
     *
     * @param id the hold
     * @throws ProblemException 400 {@code idempotency-key-missing}; 404 {@code hold-unknown}; 409 {@code hold-closed} or {@code hold-exceeded};
     *     422 {@code idempotency-key-reused}
     */
    @POST
    @Path("{id}/posting")
    @APIResponse(
            responseCode = "200",
            description = "The hold",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    public Uni<Response> postHold(
            @PathParam("reference") String reference,
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid SettlementRequest request) {
        MemberId member = Caller.named(reference);
        return once(
                key, "post hold " + id, request, (tx, actor) -> holds.post(tx, member, id, request.amount(), actor));
    }

    /**
     * Voids a hold: its units can be spent again. A hold that is already voided or expired is returned unchanged.
     *
     * @param id the hold
     * @throws ProblemException 400 {@code idempotency-key-missing}; 404 {@code hold-unknown}; 409 {@code hold-closed} if it was posted; 422
     *     {@code idempotency-key-reused}
     */
    @POST
    @Path("{id}/void")
    @APIResponse(
            responseCode = "200",
            description = "The hold",
            content = @Content(schema = @Schema(implementation = HoldView.class)))
    public Uni<Response> voidHold(
            @PathParam("reference") String reference,
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key) {
        MemberId member = Caller.named(reference);
        return once(key, "void hold " + id, "", (tx, actor) -> holds.voidHold(tx, member, id, actor));
    }

    private Uni<Response> once(
            @Nullable String key,
            String operation,
            Object body,
            BiFunction<SqlConnection, String, Uni<HoldView>> effect) {
        String actor = caller.subject();
        IdempotentRequest request = IdempotentRequest.of(actor, key, operation, body);
        return idempotency.run(request, Response.Status.OK, tx -> effect.apply(tx, actor));
    }
}
