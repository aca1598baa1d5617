package dev.lodestone.points.ledger.balance;

import dev.lodestone.events.MemberId;
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

    @GET
    @Path("me/balance")
    @RolesAllowed(Role.MEMBER)
    public Uni<BalanceView> myBalance(
            @QueryParam("asset") @DefaultValue("POINTS") @Pattern(regexp = Asset.NAMES) String asset,
            @QueryParam("at") @Nullable Instant at,
            @QueryParam("bookedBy") @Nullable Instant bookedBy) {
        return balance(caller.member(), asset, at, bookedBy);
    }

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

    @GET
    @Path("me/forecast")
    @RolesAllowed(Role.MEMBER)
    public Uni<List<ForecastLine>> myForecast(
            @QueryParam("asset") @DefaultValue("POINTS") @Pattern(regexp = Asset.NAMES) String asset,
            @QueryParam("until") @Nullable Instant until) {
        return balances.forecast(caller.member(), Asset.valueOf(asset), until);
    }

    @GET
    @Path("members/{reference}/forecast")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<List<ForecastLine>> forecastOf(
            @PathParam("reference") String reference,
            @QueryParam("asset") @DefaultValue("POINTS") @Pattern(regexp = Asset.NAMES) String asset,
            @QueryParam("until") @Nullable Instant until) {
        return balances.forecast(Caller.named(reference), Asset.valueOf(asset), until);
    }

    @GET
    @Path("ledger/summary")
    @RolesAllowed(Role.LEDGER_AUDIT)
    public Uni<LedgerSummaryView> summary(
            @QueryParam("asset") @DefaultValue("POINTS") @Pattern(regexp = Asset.NAMES) String asset) {
        return balances.summary(Asset.valueOf(asset));
    }

    private Uni<BalanceView> balance(MemberId member, String asset, @Nullable Instant at, @Nullable Instant bookedBy) {
        return balances.balance(member, Asset.valueOf(asset), at, bookedBy);
    }
}
