package dev.lodestone.points.holds;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
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
import org.jspecify.annotations.Nullable;

/** A brand's systems reserve and settle for members. */
@Path("/api/points/v1/members/{reference}/holds")
@RolesAllowed(Role.HOLDS)
public class HoldResource {
    private final Caller caller;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final HoldService holds;

    HoldResource(Caller caller, Transactions transactions, Idempotency idempotency, HoldService holds) {
        this.caller = caller;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.holds = holds;
    }

    @POST
    public Uni<Response> place(
            @PathParam("reference") String reference,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid HoldRequest request) {
        MemberId member = Caller.named(reference);
        return once(
                key,
                "hold " + member,
                request,
                Response.Status.CREATED,
                (tx, actor) -> holds.place(tx, member, request, actor));
    }

    @GET
    @Path("{id}")
    public Uni<HoldView> find(@PathParam("reference") String reference, @PathParam("id") UUID id) {
        MemberId member = Caller.named(reference);
        return transactions.read(connection -> holds.find(connection, member, id));
    }

    @POST
    @Path("{id}/posting")
    public Uni<Response> post(
            @PathParam("reference") String reference,
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid SettlementRequest request) {
        MemberId member = Caller.named(reference);
        return once(
                key,
                "post hold " + id,
                request,
                Response.Status.OK,
                (tx, actor) -> holds.post(tx, member, id, request.amount(), actor));
    }

    @POST
    @Path("{id}/voiding")
    public Uni<Response> cancel(
            @PathParam("reference") String reference,
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key) {
        MemberId member = Caller.named(reference);
        return once(key, "void hold " + id, "", Response.Status.OK, (tx, actor) -> holds.cancel(tx, member, id, actor));
    }

    private Uni<Response> once(
            @Nullable String key,
            String operation,
            Object body,
            Response.Status status,
            BiFunction<SqlConnection, String, Uni<HoldView>> effect) {
        String actor = caller.subject();
        IdempotentRequest request = IdempotentRequest.of(actor, key, operation, body);
        return transactions.run(tx -> idempotency.once(tx, request, status, () -> effect.apply(tx, actor)));
    }
}
