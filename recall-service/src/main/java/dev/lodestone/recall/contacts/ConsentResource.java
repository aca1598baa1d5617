package dev.lodestone.recall.contacts;

import dev.lodestone.events.MemberId;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The evidence for a consent. */
@Path("/api/recall/v1/members/{reference}/consents")
@RolesAllowed(Role.MEMBERS_READ)
public class ConsentResource {
    private final Transactions transactions;
    private final HistoryRepository history;

    ConsentResource(Transactions transactions, HistoryRepository history) {
        this.transactions = transactions;
        this.history = history;
    }

    /**
     * Returns the reported agreements and refusals of the member, with source, time and effect, newest first: {@code {items, next}}.
     *
     * @throws ProblemException 400 {@code invalid-request} if the reference is malformed
     */
    @GET
    public Uni<Page<ConsentView>> listConsents(
            @PathParam("reference") String reference,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @QueryParam("after") @Nullable String after) {
        MemberId member = Caller.named(reference);
        long before = Cursor.number(after, Long.MAX_VALUE);
        return transactions
                .read(connection -> history.find(connection, member, before, limit + 1))
                .map(rows -> Page.of(rows, limit, consent -> Cursor.of(consent.seq())));
    }
}
