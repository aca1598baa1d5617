package dev.lodestone.tier.awarding;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.approvals.ProposalView;
import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.problem.ProblemException;
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
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Operators give levels by hand, lock and end them. The level of the member changes at the very second at which an award begins or ends. */
@Path("/api/tier/v1/members/{reference}/awards")
@RolesAllowed(Role.LEVELS)
public class AwardResource {
    private final Caller caller;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final AwardingService awarding;

    AwardResource(Caller caller, Transactions transactions, Idempotency idempotency, AwardingService awarding) {
        this.caller = caller;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.awarding = awarding;
    }

    /**
     * Gives a level, invites to one, or locks one; 201 with the award. Of all levels that hold the best is in force; a lock is in force whatever
     * else there is. What an operator may not give alone becomes a proposal (202) that a second operator decides on.
     *
     * @param reference the member's UUID, or {@code channel:externalId} such as {@code crm:4711}
     * @throws ProblemException 400 {@code invalid-request}, {@code idempotency-key-missing}, {@code level-unknown} or {@code award-time}; 404 {@code
     *     member-not-enrolled}; 422 {@code idempotency-key-reused}
     */
    @POST
    @APIResponse(
            responseCode = "201",
            description = "The award",
            content = @Content(schema = @Schema(implementation = AwardView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Nothing is given yet: a second operator must approve the proposal",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Uni<Response> awardLevel(
            @PathParam("reference") String reference,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid AwardRequest request) {
        MemberId member = Caller.named(reference);
        String operator = caller.subject();
        return answer(key, "award " + member, request, tx -> awarding.give(tx, member, request, operator, false));
    }

    /**
     * Ends an award, or withdraws one that has not begun; 201 with the award. While a booked end lies ahead, an earlier one can be booked. The member has the best of what else holds, in general the earned
     * level. Where every award needs a second operator, so does its end (202).
     *
     * @param reference the member's UUID, or {@code channel:externalId} such as {@code crm:4711}
     * @param id the award
     * @throws ProblemException 400 {@code invalid-request}, {@code idempotency-key-missing} or {@code award-time}; 404 {@code member-not-enrolled} or
     *     {@code award-unknown}; 409 {@code award-ended}; 422 {@code idempotency-key-reused}
     */
    @POST
    @Path("{id}/end")
    @APIResponse(
            responseCode = "201",
            description = "The award with its end",
            content = @Content(schema = @Schema(implementation = AwardView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Nothing is ended yet: a second operator must approve the proposal",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    @APIResponse(responseCode = "409", description = "award-ended")
    public Uni<Response> endLevelAward(
            @PathParam("reference") String reference,
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid AwardEndRequest request) {
        MemberId member = Caller.named(reference);
        String operator = caller.subject();
        return answer(key, "end " + id, request, tx -> awarding.end(tx, member, id, request, operator, false));
    }

    /**
     * Lists all awards of a member, the newest first, with who gave and who ended them; an empty list if there are none.
     *
     * @param reference the member's UUID, or {@code channel:externalId} such as {@code crm:4711}
     * @throws ProblemException 400 {@code invalid-request} if the reference has neither form
     */
    @GET
    @RolesAllowed({Role.LEVELS, Role.MEMBERS_READ})
    public Uni<List<AwardView>> listLevelAwards(@PathParam("reference") String reference) {
        MemberId member = Caller.named(reference);
        return transactions.read(connection -> awarding.list(connection, member));
    }

    private Uni<Response> answer(
            @Nullable String key, String operation, Object request, Function<SqlConnection, Uni<Object>> effect) {
        return idempotency.run(
                IdempotentRequest.of(caller.subject(), key, operation, request),
                answer -> answer instanceof ProposalView ? Response.Status.ACCEPTED : Response.Status.CREATED,
                effect);
    }
}
