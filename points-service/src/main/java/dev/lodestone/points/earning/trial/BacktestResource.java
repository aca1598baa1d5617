package dev.lodestone.points.earning.trial;

import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.parameter.Patterns;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Evaluates a version of a rule for past events. The backtest runs in the background; read it until it is done. */
@Path("/api/points/v1/earning-rules")
@RolesAllowed(Role.RULES)
public class BacktestResource {
    private final Caller caller;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final BacktestService backtests;

    BacktestResource(Caller caller, Transactions transactions, Idempotency idempotency, BacktestService backtests) {
        this.caller = caller;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.backtests = backtests;
    }

    /**
     * Starts a backtest of a draft or published version for the events of the last {@code days}. Answers 202 with the id to read.
     * Idempotent by {@code Idempotency-Key}.
     *
     * <p>Errors: 404 {@code rule-version-unknown}.
     */
    @POST
    @Path("{code}/versions/{version}/backtests")
    @APIResponse(
            responseCode = "202",
            description = "The backtest waits; read it to see how far it is",
            content = @Content(schema = @Schema(implementation = BacktestView.class)))
    public Uni<Response> requestBacktest(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @PathParam("version") @Min(1) int version,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid BacktestRequest request) {
        String operator = caller.subject();
        IdempotentRequest idempotent = IdempotentRequest.of(operator, key, "backtest " + code + " " + version, request);
        return idempotency.run(
                idempotent,
                Response.Status.ACCEPTED,
                tx -> backtests.request(tx, code, version, request.days(), operator));
    }

    /**
     * Returns a backtest: its progress in percent and, once it is {@code DONE}, the report in whole units of the rule's asset. {@code
     * failure} explains {@code FAILED}.
     *
     * <p>Errors: 404 {@code backtest-unknown}.
     */
    @GET
    @Path("{code}/versions/{version}/backtests/{id}")
    public Uni<BacktestView> getBacktest(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @PathParam("version") @Min(1) int version,
            @PathParam("id") UUID id) {
        return transactions.read(connection -> backtests.find(connection, code, version, id));
    }
}
