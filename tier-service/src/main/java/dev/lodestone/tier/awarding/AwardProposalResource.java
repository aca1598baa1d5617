package dev.lodestone.tier.awarding;

import dev.lodestone.platform.approvals.ApprovalRequest;
import dev.lodestone.platform.approvals.ApprovalView;
import dev.lodestone.platform.approvals.ProposalDecisionService;
import dev.lodestone.platform.approvals.ProposalView;
import dev.lodestone.platform.approvals.RejectionRequest;
import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
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
import jakarta.validation.constraints.Pattern;
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

/** Operators decide on levels that another operator proposed to give or to end. */
@Path("/api/tier/v1/awards/proposals")
@RolesAllowed(Role.LEVELS)
public class AwardProposalResource {
    private static final String STATUSES = "OPEN|EXPIRED|APPROVED|REJECTED";

    private final Caller caller;
    private final Idempotency idempotency;
    private final ProposalDecisionService decisions;
    private final AwardProposalService execution;

    AwardProposalResource(
            Caller caller, Idempotency idempotency, ProposalDecisionService decisions, AwardProposalService execution) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.decisions = decisions;
        this.execution = execution;
    }

    /**
     * Lists the proposals, newest first: {@code {items, next}}.
     *
     * @param status only proposals of this status
     * @throws ProblemException 400 {@code invalid-request} if {@code after} or {@code limit} is not valid
     */
    @GET
    public Uni<Page<ProposalView>> listAwardProposals(
            @QueryParam("status") @Pattern(regexp = STATUSES) @Nullable String status,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return decisions.list(execution, status, after, limit);
    }

    /**
     * Returns a proposal with its exact content and the hash that a decision must send.
     *
     * @param id the proposal
     * @throws ProblemException 404 {@code proposal-unknown}
     */
    @GET
    @Path("{id}")
    public Uni<ProposalView> getAwardProposal(@PathParam("id") UUID id) {
        return decisions.find(execution, id);
    }

    /**
     * Approves and executes a proposal. Send the {@code contentHash} of the proposal that you read: if the proposal has changed, nothing is
     * executed. The proposer cannot approve it. {@code result} is what the proposed request answers by itself.
     *
     * @param id the proposal
     * @throws ProblemException 400 {@code idempotency-key-missing}; 403 {@code second-operator-needed}; 404 {@code proposal-unknown}; 409
     *     {@code proposal-changed}, {@code proposal-decided}, {@code proposal-expired} or {@code award-ended}
     */
    @POST
    @Path("{id}/approval")
    @APIResponse(
            responseCode = "200",
            description = "The proposal is executed",
            content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    @APIResponse(responseCode = "403", description = "second-operator-needed: the caller proposed it")
    @APIResponse(responseCode = "409", description = "proposal-changed, proposal-decided or proposal-expired")
    public Uni<Response> approveAwardProposal(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid ApprovalRequest request) {
        String approver = caller.subject();
        IdempotentRequest idempotent = IdempotentRequest.of(approver, key, "approve " + id, request);
        return idempotency.run(
                idempotent, Response.Status.OK, tx -> decisions.approve(tx, execution, id, request, approver));
    }

    /**
     * Rejects a proposal. The proposer cannot reject it.
     *
     * @param id the proposal
     * @throws ProblemException 400 {@code idempotency-key-missing}; 403 {@code second-operator-needed}; 404 {@code proposal-unknown}; 409
     *     {@code proposal-changed}, {@code proposal-decided} or {@code proposal-expired}
     */
    @POST
    @Path("{id}/rejection")
    @APIResponse(
            responseCode = "200",
            description = "The proposal is rejected",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(responseCode = "403", description = "second-operator-needed: the caller proposed it")
    @APIResponse(responseCode = "409", description = "proposal-changed, proposal-decided or proposal-expired")
    public Uni<Response> rejectAwardProposal(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid RejectionRequest request) {
        String decider = caller.subject();
        IdempotentRequest idempotent = IdempotentRequest.of(decider, key, "reject " + id, request);
        return idempotency.run(
                idempotent, Response.Status.OK, tx -> decisions.reject(tx, execution, id, request, decider));
    }
}
