package dev.lodestone.points.ledger.balance;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.history.BalanceView;
import dev.lodestone.points.ledger.history.LedgerSummaryView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Present, past and future balances, for members and operators. */
@Path("/api/points/v1")
public class BalanceResource {
    private final Caller caller;
    private final BalanceService balances;

    BalanceResource(Caller caller, BalanceService balances) {
        this.caller = caller;
        this.balances = balances;
    }

    /**
     * Returns the caller's balance of an asset at any time, in whole units.
     *
     * @param at counts everything that happened until then; a future time also counts items that become due by then. Now if left out
     * @param bookedBy counts only postings booked by then
     * @throws ProblemException 400 {@code invalid-request} if a time is not RFC 3339
     */
    @GET
    @Path("me/balance")
    @RolesAllowed(Role.MEMBER)
    public Uni<BalanceView> myBalance(
            @QueryParam("asset") @DefaultValue("POINTS") @Pattern(regexp = Asset.NAMES) String asset,
            @QueryParam("at") @Nullable Instant at,
            @QueryParam("bookedBy") @Nullable Instant bookedBy) {
        return balance(caller.member(), asset, at, bookedBy);
    }

    /**
     * Returns a member's balance of an asset at any time, in whole units, in the shape of {@code GET /me/balance}.
     *
     * @param at counts everything that happened until then; a future time also counts items that become due by then. Now if left out
     * @param bookedBy counts only postings booked by then
     * @throws ProblemException 400 {@code invalid-request} if a time is not RFC 3339
     */
    @GET
    @Path("members/{reference}/balance")
    @RolesAllowed({Role.MEMBERS_READ, Role.HOLDS})
    public Uni<BalanceView> balanceOf(
            @PathParam("reference") String reference,
            @QueryParam("asset") @DefaultValue("POINTS") @Pattern(regexp = Asset.NAMES) String asset,
            @QueryParam("at") @Nullable Instant at,
            @QueryParam("bookedBy") @Nullable Instant bookedBy) {
        return balance(Caller.named(reference), asset, at, bookedBy);
    }

    /**
     * Returns the postings that become due for the caller if nothing else happens: confirmations, releases and expiries, earliest first. Amounts
     * are whole units.
     *
     * @param until the end of the forecast; a year from now if left out
     * @throws ProblemException 400 {@code invalid-request} if {@code until} is not RFC 3339
     */
    @GET
    @Path("me/forecast")
    @RolesAllowed(Role.MEMBER)
    public Uni<List<ForecastLine>> myForecast(
            @QueryParam("asset") @DefaultValue("POINTS") @Pattern(regexp = Asset.NAMES) String asset,
            @QueryParam("until") @Nullable Instant until) {
        return balances.forecast(caller.member(), Asset.valueOf(asset), until);
    }

    /**
     * Returns the postings that become due for a member if nothing else happens, in the shape of {@code GET /me/forecast}.
     *
     * @param until the end of the forecast; a year from now if left out
     * @throws ProblemException 400 {@code invalid-request} if {@code until} is not RFC 3339
     */
    @GET
    @Path("members/{reference}/forecast")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<List<ForecastLine>> forecastOf(
            @PathParam("reference") String reference,
            @QueryParam("asset") @DefaultValue("POINTS") @Pattern(regexp = Asset.NAMES) String asset,
            @QueryParam("until") @Nullable Instant until) {
        return balances.forecast(Caller.named(reference), Asset.valueOf(asset), until);
    }

    /**
     * Returns the totals of the whole ledger for one asset, in whole units. {@code imbalance} is the sum of all accounts; another number than 0
     * means that the ledger is damaged.
     *
     * @throws ProblemException 400 {@code invalid-request} if the asset is unknown
     */
    @GET
    @Path("ledger/summary")
    @RolesAllowed(Role.LEDGER_AUDIT)
    public Uni<LedgerSummaryView> getLedgerSummary(
            @QueryParam("asset") @DefaultValue("POINTS") @Pattern(regexp = Asset.NAMES) String asset) {
        return balances.summary(Asset.valueOf(asset));
    }

    private Uni<BalanceView> balance(MemberId member, String asset, @Nullable Instant at, @Nullable Instant bookedBy) {
        return balances.balance(member, Asset.valueOf(asset), at, bookedBy);
    }
}
