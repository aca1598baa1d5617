package dev.lodestone.points.ledger.verification;

import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
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

    @POST
    public Uni<Response> request(@HeaderParam(IdempotentRequest.HEADER) @Nullable String key) {
        String subject = caller.subject();
        IdempotentRequest request = IdempotentRequest.of(subject, key, "verify", "");
        return idempotency.run(request, Response.Status.ACCEPTED, tx -> verification.request(tx, subject));
    }

    @GET
    @Path("{id}")
    public Uni<VerificationView> find(@PathParam("id") UUID id) {
        return transactions.read(connection -> verification.find(connection, id));
    }
}
