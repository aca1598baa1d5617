package dev.lodestone.points.ledger.verification;

import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.paging.Cursor;
import dev.lodestone.platform.paging.Page;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/** Operators request a verification of the ledger. It may take long: the answer contains the id to read its progress. */
@Path("/api/points/v1/ledger/verifications")
@RolesAllowed(Role.LEDGER_AUDIT)
public class VerificationResource {
    private final Caller caller;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final VerificationService verification;

    VerificationResource(
            Caller caller, Transactions transactions, Idempotency idempotency, VerificationService verification) {
        this.caller = caller;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.verification = verification;
    }

    /**
     * Requests a verification of the whole ledger. It runs in the background: answers 202 with its id, to read it until it has ended.
     *
     * @throws ProblemException 400 {@code idempotency-key-missing}; 409 {@code verification-running}; 422 {@code idempotency-key-reused}
     */
    @POST
    @APIResponse(
            responseCode = "202",
            description = "The verification runs; read it to see how far it is",
            content = @Content(schema = @Schema(implementation = VerificationView.class)))
    public Uni<Response> requestVerification(@HeaderParam(IdempotentRequest.HEADER) @Nullable String key) {
        String subject = caller.subject();
        IdempotentRequest request = IdempotentRequest.of(subject, key, "verify", "");
        return idempotency.run(request, Response.Status.ACCEPTED, tx -> verification.request(tx, subject));
    }

    /**
     * Lists the verifications, the newest first, each without its findings.
     *
     * @param after {@code next} of the page before; leave it out for the first page
     * @param limit at most this many items, 1 to 100
     * @throws ProblemException 400 {@code invalid-request} if {@code after} or {@code limit} is not valid
     */
    @GET
    public Uni<Page<VerificationView>> listVerifications(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        UUID before = Cursor.id(after);
        return transactions
                .read(connection -> verification.list(connection, before, limit + 1))
                .map(found -> Page.of(found, limit, last -> Cursor.of(last.id())));
    }

    /**
     * Returns the progress and the findings of a verification. {@code findings} counts all, {@code items} contains the first ones.
     *
     * @param id the verification
     * @throws ProblemException 404 {@code verification-unknown}
     */
    @GET
    @Path("{id}")
    public Uni<VerificationView> getVerification(@PathParam("id") UUID id) {
        return transactions.read(connection -> verification.find(connection, id));
    }
}
