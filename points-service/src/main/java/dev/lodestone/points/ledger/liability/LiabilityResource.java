package dev.lodestone.points.ledger.liability;

import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.history.ExpiredMonth;
import dev.lodestone.points.ledger.history.LedgerHistoryService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reports about outstanding points, for operators and accountants. Days and months are in UTC. */
@Path("/api/points/v1/liability")
@RolesAllowed(Role.LEDGER_AUDIT)
public class LiabilityResource {
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final int DAYS_MAX = 400;
    private static final String QUERY_CANCELED = "57014";

    private final Transactions transactions;
    private final LedgerHistoryService history;
    private final LiabilityDayService days;
    private final LiabilityConfig config;
    private final Clock clock;

    LiabilityResource(
            Transactions transactions,
            LedgerHistoryService history,
            LiabilityDayService days,
            LiabilityConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.history = history;
        this.days = days;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Returns the units outstanding at the end of a day and what they will cost: {@code outstanding} × {@code costPer1000Minor} / 1000 × (1 −
     * breakage), in the currency's minor unit, rounded up once.
     *
     * @param at the past or future day, in UTC; now if left out
     * @throws ProblemException 400 {@code invalid-request} if {@code at} is not a day; 503 {@code unavailable} if the report takes too long
     */
    @GET
    public Uni<LiabilityView> getLiability(
            @QueryParam("at") @Pattern(regexp = DAY) @Nullable String at,
            @QueryParam("asset") @DefaultValue("POINTS") @Pattern(regexp = Asset.NAMES) String asset) {
        Asset of = Asset.valueOf(asset);
        Valuation valuation = Valuation.of(of, config);
        Instant instant = at == null ? clock.instant() : start("at", at, 1).minus(1, ChronoUnit.MICROS);
        return report(tx -> history.cohorts(tx, of, instant))
                .map(cohorts -> LiabilityView.of(instant, of, config.currency(), valuation, cohorts));
    }

    /**
     * Returns the units that expired, by month in UTC, less expired units that were reinstated.
     *
     * @param from the first day
     * @param until the day after the last day
     * @throws ProblemException 400 {@code invalid-request} if a day is missing or malformed; 503 {@code unavailable} if the report takes too long
     */
    @GET
    @Path("expired")
    public Uni<List<ExpiredMonth>> listExpiredMonths(
            @QueryParam("from") @NotNull @Pattern(regexp = DAY) String from,
            @QueryParam("until") @NotNull @Pattern(regexp = DAY) String until,
            @QueryParam("asset") @DefaultValue("POINTS") @Pattern(regexp = Asset.NAMES) String asset) {
        Instant first = start("from", from, 0);
        Instant end = start("until", until, 0);
        return report(tx -> history.expired(tx, Asset.valueOf(asset), first, end));
    }

    /**
     * Returns what the ledger came to on each day, the earliest first: a cheap course over time, as it was booked. Days before the service kept
     * figures are left out; {@code GET /liability} reckons any date anew.
     *
     * @param from the first day
     * @param until the day after the last day, at most 400 days later
     * @throws ProblemException 400 {@code invalid-request} if a day is missing or malformed, or if they are too far apart
     */
    @GET
    @Path("days")
    public Uni<List<LiabilityDayView>> listLiabilityDays(
            @QueryParam("from") @NotNull @Pattern(regexp = DAY) String from,
            @QueryParam("until") @NotNull @Pattern(regexp = DAY) String until,
            @QueryParam("asset") @DefaultValue("POINTS") @Pattern(regexp = Asset.NAMES) String asset) {
        LocalDate first = day("from", from);
        LocalDate end = day("until", until);
        if (first.plusDays(DAYS_MAX).isBefore(end)) {
            throw new ProblemException(
                    PlatformProblems.INVALID_REQUEST,
                    "until must be at most " + DAYS_MAX + " days after from; ask for the rest by itself");
        }
        return days.days(Asset.valueOf(asset), first, end);
    }

    private <T> Uni<T> report(Function<SqlConnection, Uni<T>> query) {
        return transactions
                .run(tx -> history.limit(tx, config.statementTimeout()).chain(() -> query.apply(tx)))
                .onFailure(LiabilityResource::tookTooLong)
                .transform(
                        failure -> new ProblemException(
                                PlatformProblems.UNAVAILABLE,
                                "The report takes longer than " + config.statementTimeout()
                                        + "; try again at a quieter time, or raise lodestone.points.liability.statement-timeout"));
    }

    private static boolean tookTooLong(Throwable failure) {
        return failure instanceof PgException problem && QUERY_CANCELED.equals(problem.getSqlState());
    }

    private static Instant start(String name, String day, int daysLater) {
        return day(name, day).plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(String name, String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException malformed) {
            throw new ProblemException(
                    PlatformProblems.INVALID_REQUEST, name + " must be a day such as 2026-01-31, but was " + day);
        }
    }
}
