package dev.lodestone.recall.runs;

import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.recall.campaigns.CampaignService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Runs of campaigns: requested here, processed in the background, polled until they end. */
@Path("/api/recall/v1/campaigns")
@RolesAllowed(Role.CAMPAIGNS)
public class RunResource {
    private final Caller caller;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final CampaignService campaigns;
    private final RunService runs;

    RunResource(
            Caller caller,
            Transactions transactions,
            Idempotency idempotency,
            CampaignService campaigns,
            RunService runs) {
        this.caller = caller;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.campaigns = campaigns;
        this.runs = runs;
    }

    /**
     * Selects the audience as of a day, holds out a share and sends messages to the others, in the background. Answers 202 with the run. Runs of
     * one campaign follow each other.
     *
     * @param id the campaign
     * @throws ProblemException 400 {@code invalid-request}, {@code as-of-in-future} or {@code idempotency-key-missing}; 404 {@code campaign-unknown}; 422
     *     {@code idempotency-key-reused}
     */
    @POST
    @Path("{id}/runs")
    @APIResponse(
            responseCode = "202",
            description = "The run waits; read it to see how far it is",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    public Uni<Response> startRun(
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @PathParam("id") UUID id,
            @NotNull @Valid RunRequest request) {
        String operator = caller.subject();
        IdempotentRequest idempotent = IdempotentRequest.of(operator, key, "run-campaign " + id, request);
        return transactions.run(tx -> campaigns
                .find(tx, id)
                .chain(campaign -> idempotency.once(
                        tx,
                        idempotent,
                        Response.Status.ACCEPTED,
                        () -> runs.start(tx, campaign.id(), request.asOf(), operator))));
    }

    /**
     * Returns a run as it is now. The figures count members and grow until it is {@code DONE}.
     *
     * @param id the campaign
     * @param runId the run
     * @throws ProblemException 404 {@code run-unknown}
     */
    @GET
    @Path("{id}/runs/{runId}")
    public Uni<RunView> getRun(@PathParam("id") UUID id, @PathParam("runId") UUID runId) {
        return transactions.read(connection -> runs.find(connection, id, runId));
    }

    /**
     * Stops a run that has not ended. Enrolled members stay enrolled. A second call changes nothing.
     *
     * @param id the campaign
     * @param runId the run
     * @throws ProblemException 404 {@code run-unknown}; 409 {@code run-ended}
     */
    @DELETE
    @Path("{id}/runs/{runId}")
    public Uni<RunView> cancelRun(@PathParam("id") UUID id, @PathParam("runId") UUID runId) {
        String operator = caller.subject();
        return transactions.run(tx -> runs.cancel(tx, id, runId, operator));
    }
}
