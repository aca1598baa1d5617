package dev.lodestone.points.rewards.catalogue;

import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.parameter.Patterns;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Members and operators read rewards; operators write them. */
@Path("/api/points/v1/rewards")
public class RewardResource {

    private final Caller caller;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final CatalogueService catalogue;

    RewardResource(Caller caller, Transactions transactions, Idempotency idempotency, CatalogueService catalogue) {
        this.caller = caller;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.catalogue = catalogue;
    }

    /** Returns all rewards, sorted by code: the cost in whole points, and the units in stock or {@code null} without limit. */
    @GET
    @RolesAllowed({Role.MEMBER, Role.CATALOGUE, Role.MEMBERS_READ})
    public Uni<List<RewardView>> listRewards() {
        return transactions.read(catalogue::list);
    }

    /**
     * Creates or updates a reward. A changed stock requires {@code expectedVersion}, the {@code version} that was read: concurrent sales
     * change the stock, and an absolute number would overwrite them.
     *
     * <p>Errors: 404 {@code reward-unknown} if {@code expectedVersion} is sent for a new code; 409 {@code reward-changed}.
     */
    @PUT
    @Path("{code}")
    @RolesAllowed(Role.CATALOGUE)
    @APIResponse(
            responseCode = "200",
            description = "The current reward",
            content = @Content(schema = @Schema(implementation = RewardView.class)))
    @APIResponse(responseCode = "409", description = "reward-changed: another version, or a stock without a version")
    public Uni<RewardView> putReward(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code, @NotNull @Valid RewardRequest request) {
        String actor = caller.subject();
        return transactions.run(tx -> catalogue.put(tx, code, request, actor));
    }

    /**
     * Adds units to a stock, or removes them if {@code units} is negative, independent of concurrent sales. Idempotent by {@code
     * Idempotency-Key}.
     *
     * <p>Errors: 404 {@code reward-unknown}; 409 {@code stock-unlimited}; 409 {@code out-of-stock} if fewer units are left.
     */
    @POST
    @Path("{code}/stock-changes")
    @RolesAllowed(Role.CATALOGUE)
    @APIResponse(
            responseCode = "201",
            description = "The reward with its new stock",
            content = @Content(schema = @Schema(implementation = RewardView.class)))
    @APIResponse(responseCode = "409", description = "stock-unlimited, or out-of-stock if fewer are left")
    public Uni<Response> changeRewardStock(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid StockChangeRequest request) {
        String actor = caller.subject();
        IdempotentRequest idempotent = IdempotentRequest.of(actor, key, "change stock of " + code, request);
        return idempotency.run(
                idempotent, Response.Status.CREATED, tx -> catalogue.changeStock(tx, code, request, actor));
    }
}
