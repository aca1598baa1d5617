package dev.lodestone.tier.previews;

import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.paging.Cursor;
import dev.lodestone.platform.paging.Page;
import dev.lodestone.platform.parameter.Patterns;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
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

/** Previews a version of the tier set over all members. It runs in the background and changes no level; read it until it is done. */
@Path("/api/tier/v1/tier-sets/{code}/versions/{version}/previews")
@RolesAllowed(Role.TIER_SETS)
public class PreviewResource {
    private final Caller caller;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final PreviewService previews;

    PreviewResource(Caller caller, Transactions transactions, Idempotency idempotency, PreviewService previews) {
        this.caller = caller;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.previews = previews;
    }

    /**
     * Starts a preview of a draft, proposed or published version: which level each member would have at {@code at} if the version came into force
     * at {@code effectiveFrom}. Answers 202 with the id to read. Idempotent by {@code Idempotency-Key}.
     *
     * @throws ProblemException 400 {@code preview-time} or {@code idempotency-key-missing}; 404 {@code tier-set-unknown} or {@code
     *     tier-set-version-unknown}; 422 {@code idempotency-key-reused}
     */
    @POST
    @APIResponse(
            responseCode = "202",
            description = "The preview waits; read it to see how far it is",
            content = @Content(schema = @Schema(implementation = PreviewView.class)))
    public Uni<Response> requestTierSetPreview(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @PathParam("version") @Min(1) int version,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid PreviewRequest request) {
        String operator = caller.subject();
        IdempotentRequest idempotent = IdempotentRequest.of(operator, key, "preview " + code + " " + version, request);
        return idempotency.run(
                idempotent, Response.Status.ACCEPTED, tx -> previews.request(tx, code, version, request, operator));
    }

    /**
     * Returns a preview: its progress, how many members rise and fall, and the matrix of levels without and with the version.
     *
     * @param id the preview
     * @throws ProblemException 404 {@code job-unknown}
     */
    @GET
    @Path("{id}")
    public Uni<PreviewView> getTierSetPreview(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @PathParam("version") @Min(1) int version,
            @PathParam("id") UUID id) {
        return transactions.read(connection -> previews.find(connection, code, version, id));
    }

    /**
     * Cancels a preview. What it has found stays; it may be repeated.
     *
     * @param id the preview
     * @throws ProblemException 404 {@code job-unknown}; 409 {@code job-ended}
     */
    @DELETE
    @Path("{id}")
    public Uni<PreviewView> cancelTierSetPreview(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @PathParam("version") @Min(1) int version,
            @PathParam("id") UUID id) {
        return transactions.run(tx -> previews.cancel(tx, code, version, id));
    }

    /**
     * Lists the members who would have another level, and why, by member id: {@code {items, next}}.
     *
     * @param id the preview
     * @param direction {@code RISING} or {@code FALLING}; both if left out
     * @throws ProblemException 400 {@code invalid-request} if {@code after}, {@code limit} or {@code direction} is not valid; 404 {@code
     *     job-unknown}
     */
    @GET
    @Path("{id}/members")
    public Uni<Page<MoveView>> listTierSetPreviewMembers(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @PathParam("version") @Min(1) int version,
            @PathParam("id") UUID id,
            @QueryParam("direction") @Pattern(regexp = "RISING|FALLING") @Nullable String direction,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        Boolean rises = direction == null ? null : direction.equals("RISING");
        UUID behind = Cursor.id(after);
        return transactions.read(connection -> previews.moves(connection, code, version, id, rises, behind, limit + 1)
                .map(found -> Page.of(found, limit, move -> Cursor.of(move.memberId()))));
    }
}
