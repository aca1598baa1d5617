package dev.lodestone.points.rewards.redemption;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Members redeem points for rewards. */
@Path("/api/points/v1/redemptions")
public class RedemptionResource {
    private final Caller caller;
    private final RedemptionService redemptions;

    RedemptionResource(Caller caller, RedemptionService redemptions) {
        this.caller = caller;
        this.redemptions = redemptions;
    }

    /**
     * Buys one unit of a reward for the caller. {@code cost} and {@code balanceAfter} are whole points. Idempotent by {@code
     * Idempotency-Key}.
     *
     * <p>Errors: 404 {@code reward-unknown}; 409 {@code out-of-stock} or {@code insufficient-points}; 422 if the key was used for another
     * request; 503 {@code unavailable}: repeat the request with the same key.
     */
    @POST
    @RolesAllowed(Role.MEMBER)
    @APIResponse(
            responseCode = "201",
            description = "The reward is bought",
            content = @Content(schema = @Schema(implementation = RedemptionView.class)))
    public Uni<Response> redeemReward(
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key, @NotNull @Valid RedemptionRequest request) {
        MemberId member = caller.member();
        IdempotentRequest idempotent = IdempotentRequest.of(caller.subject(), key, "redeem", request);
        return redemptions.redeem(new RedemptionCommand(member, request.rewardCode(), idempotent));
    }
}
