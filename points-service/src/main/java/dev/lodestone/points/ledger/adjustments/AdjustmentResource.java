package dev.lodestone.points.ledger.adjustments;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.approvals.ProposalView;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.points.ledger.limits.LimitedRequestService;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Operators post and reverse by hand: alone within their limits, with the approval of a second operator above them. */
@Path("/api/points/v1")
@RolesAllowed(Role.ADJUSTMENTS)
public class AdjustmentResource {
    private final LimitedRequestService requests;
    private final AdjustmentService adjustments;
    private final ReversalService reversals;

    AdjustmentResource(LimitedRequestService requests, AdjustmentService adjustments, ReversalService reversals) {
        this.requests = requests;
        this.adjustments = adjustments;
        this.reversals = reversals;
    }

    /**
     * Grants units (from ISSUED to AVAILABLE) or deducts them (from AVAILABLE to ISSUED). {@code amount} is in whole units and positive. Answers
     * 201 with the posting. A request above the caller's limit becomes a proposal (202) that a second operator decides on.
     *
     * @throws ProblemException 400 {@code invalid-request} or {@code idempotency-key-missing}; 409 {@code insufficient-points}; 422
     *     {@code assets-differ}, {@code unsupported-posting} or {@code idempotency-key-reused}
     */
    @POST
    @Path("members/{reference}/postings")
    @APIResponse(
            responseCode = "201",
            description = "The posting",
            content = @Content(schema = @Schema(implementation = PostingView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Nothing is posted yet: a second operator must approve the proposal",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Uni<Response> postByHand(
            @PathParam("reference") String reference,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid PostingRequest request) {
        MemberId member = Caller.named(reference);
        return requests.answer(
                key, "post " + member, request, (tx, authority) -> adjustments.post(tx, member, request, authority));
    }

    /**
     * Reverses a posting, or the part that is not reversed yet. Answers 201 with the postings that reverse it. A request above the caller's limit
     * becomes a proposal (202).
     *
     * @param id the posting
     * @throws ProblemException 400 {@code idempotency-key-missing}; 404 {@code posting-unknown}; 409 {@code posting-reversed}, {@code
     *     posting-expired}, {@code posting-spent} or {@code posting-not-reversible}; 422 {@code idempotency-key-reused}
     */
    @POST
    @Path("members/{reference}/postings/{id}/reversal")
    @APIResponse(
            responseCode = "201",
            description = "The postings that reverse it",
            content = @Content(schema = @Schema(implementation = PostingView[].class)))
    @APIResponse(
            responseCode = "202",
            description = "Nothing is reversed yet: a second operator must approve the proposal",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(
            responseCode = "409",
            description = "posting-reversed, posting-expired, posting-spent or posting-not-reversible")
    public Uni<Response> reversePosting(
            @PathParam("reference") String reference,
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid ReversalRequest request) {
        MemberId member = Caller.named(reference);
        return requests.answer(
                key,
                "reverse " + id,
                request,
                (tx, authority) -> reversals.reverse(tx, member, id, request.note(), authority));
    }
}
