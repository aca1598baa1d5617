package dev.lodestone.points.ledger;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.account.Asset;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Balances and statements, for the member and for operators. */
@Path("/api/points/v1")
public class LedgerResource {
    private static final String CURSOR = "[1-9][0-9]{0,17}";

    private final Caller caller;
    private final Transactions transactions;
    private final StatementRepository statements;

    LedgerResource(Caller caller, Transactions transactions, StatementRepository statements) {
        this.caller = caller;
        this.transactions = transactions;
        this.statements = statements;
    }

    @GET
    @Path("me/balance")
    @RolesAllowed(Role.MEMBER)
    public Uni<BalanceView> myBalance() {
        return balance(caller.member());
    }

    @GET
    @Path("members/{reference}/balance")
    @RolesAllowed(Role.OPERATOR)
    public Uni<BalanceView> balanceOf(@PathParam("reference") String reference) {
        return balance(Caller.named(reference));
    }

    @GET
    @Path("me/statement")
    @RolesAllowed(Role.MEMBER)
    public Uni<StatementView> myStatement(
            @QueryParam("after") @Pattern(regexp = CURSOR) @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return statement(caller.member(), after, limit);
    }

    @GET
    @Path("members/{reference}/statement")
    @RolesAllowed(Role.OPERATOR)
    public Uni<StatementView> statementOf(
            @PathParam("reference") String reference,
            @QueryParam("after") @Pattern(regexp = CURSOR) @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return statement(Caller.named(reference), after, limit);
    }

    @GET
    @Path("ledger/summary")
    @RolesAllowed(Role.OPERATOR)
    public Uni<LedgerSummaryView> summary() {
        return transactions.read(connection -> statements.summary(connection, Asset.POINTS));
    }

    private Uni<BalanceView> balance(MemberId member) {
        return transactions.read(connection -> statements.balance(connection, member, Asset.POINTS));
    }

    private Uni<StatementView> statement(MemberId member, @Nullable String after, int limit) {
        long before = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        return transactions
                .read(connection -> statements.page(connection, member, Asset.POINTS, before, limit + 1))
                .map(lines -> StatementView.of(lines, limit));
    }
}
