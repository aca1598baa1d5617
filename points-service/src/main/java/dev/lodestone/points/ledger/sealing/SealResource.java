package dev.lodestone.points.ledger.sealing;

import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.blocks.BlockService;
import dev.lodestone.points.ledger.hashing.Chain;
import dev.lodestone.points.ledger.heads.PublishedHead;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Shows the state of sealing, and resumes it after a restore. */
@Path("/api/points/v1/ledger/seal")
public class SealResource {
    private final Caller caller;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final BlockService blocks;
    private final ResumptionService resumptions;
    private final SealingState state;

    SealResource(
            Caller caller,
            Transactions transactions,
            Idempotency idempotency,
            BlockService blocks,
            ResumptionService resumptions,
            SealingState state) {
        this.caller = caller;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.blocks = blocks;
        this.resumptions = resumptions;
        this.state = state;
    }

    /**
     * Returns the newest block, all keys that sealed, and whether this process seals. Keep the answers: with them an auditor can later prove
     * whether the history was sealed again.
     */
    @GET
    @RolesAllowed({Role.MEMBER, Role.LEDGER_AUDIT})
    public Uni<SealView> getSealState() {
        return transactions.read(connection -> blocks.last(connection, Chain.POSTINGS)
                .chain(last -> blocks.keys(connection).map(keys -> SealView.of(last.orElse(null), keys, state))));
    }

    /**
     * Resumes sealing after a restore: declares that the blocks missing in the database, whose heads are kept outside, are abandoned. Use it only
     * after a restore from a backup that is known to be older: see docs/restore-a-backup.md.
     *
     * @throws ProblemException 400 {@code invalid-request} or {@code idempotency-key-missing}; 409 {@code sealing-not-stopped}
     */
    @POST
    @Path("resumption")
    @RolesAllowed(Role.ADMIN)
    @APIResponse(
            responseCode = "200",
            description = "The declarations that were published",
            content = @Content(schema = @Schema(implementation = PublishedHead[].class)))
    public Uni<Response> resumeSealing(
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key, @NotNull @Valid ResumptionRequest request) {
        String actor = caller.subject();
        IdempotentRequest idempotent = IdempotentRequest.of(actor, key, "resume sealing", request);
        return idempotency.run(idempotent, Response.Status.OK, tx -> resumptions.resume(tx, actor, request.reason()));
    }
}
