package dev.lodestone.platform.audit.trail;

import dev.lodestone.platform.paging.Page;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail of a service. Each service has a subclass that only gives the path, because the path of an endpoint is fixed when the service
 * is built.
 */
public abstract class AuditEndpoints {
    private static final int NAME_LENGTH_MAX = 200;

    @Inject
    Transactions transactions;

    @Inject
    AuditTrail trail;

    /**
     * Returns audit entries, the newest first: {@code {items, next}}, by any of actor and subject. Entries can be neither changed nor removed.
     *
     * @param actor only what this actor did
     * @param subjectKind only what was done to objects of this kind, such as {@code RULE}
     * @param subjectId only what was done to objects with this id
     * @param after {@code next} of the page before; leave it out for the first page
     * @param limit at most this many items, 1 to 100
     * @throws ProblemException 400 {@code invalid-request} if {@code after} or {@code limit} is not valid
     */
    @GET
    @RolesAllowed(Role.ADMIN)
    public Uni<Page<AuditEntryView>> listAuditEntries(
            @QueryParam("actor") @Size(max = NAME_LENGTH_MAX) @Nullable String actor,
            @QueryParam("subjectKind") @Size(max = NAME_LENGTH_MAX) @Nullable String subjectKind,
            @QueryParam("subjectId") @Size(max = NAME_LENGTH_MAX) @Nullable String subjectId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        AuditTrail.Filter filter = new AuditTrail.Filter(actor, subjectKind, subjectId);
        return transactions.read(connection -> trail.list(connection, filter, after, limit));
    }
}
