package dev.lodestone.recall.campaigns;

import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.paging.Cursor;
import dev.lodestone.platform.paging.Page;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Operators define campaigns and read their results. */
@Path("/api/recall/v1/campaigns")
@RolesAllowed(Role.CAMPAIGNS)
public class CampaignResource {
    private final Caller caller;
    private final Idempotency idempotency;
    private final CampaignService campaigns;

    CampaignResource(Caller caller, Idempotency idempotency, CampaignService campaigns) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.campaigns = campaigns;
    }

    /**
     * Creates a campaign; it cannot be changed later. No member gets a message before a run. {@code bonusPoints} are whole units.
     *
     * @throws ProblemException 400 {@code invalid-request}, {@code template-invalid} or {@code idempotency-key-missing}; 422
     *     {@code idempotency-key-reused}
     */
    @POST
    @APIResponse(
            responseCode = "201",
            description = "The campaign is stored; no member gets a message before a run",
            content = @Content(schema = @Schema(implementation = CampaignView.class)))
    public Uni<Response> createCampaign(
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key, @NotNull @Valid CampaignRequest request) {
        request.checkTemplates();
        String operator = caller.subject();
        IdempotentRequest idempotent = IdempotentRequest.of(operator, key, "create-campaign", request);
        return idempotency.run(idempotent, Response.Status.CREATED, tx -> campaigns.create(tx, request, operator));
    }

    /**
     * Returns the campaigns, newest first: {@code {items, next}}, without their reports.
     *
     * @throws ProblemException 400 {@code invalid-request} if {@code after} or {@code limit} is not valid
     */
    @GET
    public Uni<Page<CampaignView>> listCampaigns(
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @QueryParam("after") @Nullable String after) {
        return campaigns.list(Cursor.id(after), limit);
    }

    /**
     * Returns a campaign with its report, which counts members.
     *
     * @param id the campaign
     * @throws ProblemException 404 {@code campaign-unknown}
     */
    @GET
    @Path("{id}")
    public Uni<CampaignView> getCampaign(@PathParam("id") UUID id) {
        return campaigns.find(id).chain(campaign -> campaigns.report(id).map(campaign::with));
    }
}
