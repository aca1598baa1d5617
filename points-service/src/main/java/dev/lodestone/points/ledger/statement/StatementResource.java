package dev.lodestone.points.ledger.statement;

import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.history.Period;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Statements of any period, for members and operators. */
@Path("/api/points/v1")
public class StatementResource {
    private static final String CSV = "text/csv; charset=utf-8";

    /**
     * The postings that the caller asks for.
     *
     * @param from the first instant of the period; no lower limit if left out
     * @param until the first instant after the period; no upper limit if left out
     * @param by whether the business time or the booking time counts
     */
    public record Query(
            @QueryParam("asset") @DefaultValue("POINTS") @Pattern(regexp = Asset.NAMES) String asset,

            @QueryParam("from") @Nullable Instant from,
            @QueryParam("until") @Nullable Instant until,

            @QueryParam("by") @DefaultValue("OCCURRED") @Pattern(regexp = Period.By.NAMES) String by) {
        private Asset ofAsset() {
            return Asset.valueOf(asset);
        }

        private Period period() {
            return new Period(Period.By.valueOf(by), from, until);
        }
    }

    private final Caller caller;
    private final StatementService statements;

    StatementResource(Caller caller, StatementService statements) {
        this.caller = caller;
        this.statements = statements;
    }

    /**
     * Returns a page of the caller's statement, newest line first. {@code amount} is the positive units of a posting, {@code change} its signed
     * effect on the balance; {@code opening} plus the changes of {@code items} equals {@code closing}.
     *
     * @throws ProblemException 400 {@code invalid-request} if a time, {@code after} or {@code limit} is not valid
     */
    @GET
    @Path("me/statement")
    @RolesAllowed(Role.MEMBER)
    public Uni<StatementView> myStatement(
            @BeanParam @Valid Query query,
            @QueryParam("after") @Pattern(regexp = StatementCursor.FORM) @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return statements
                .page(caller.member(), query.ofAsset(), query.period(), StatementCursor.parse(after), limit)
                .map(StatementView::forMember);
    }

    /**
     * Returns a page of a member's statement, in the shape of {@code GET /me/statement}, with the actor of each manual posting.
     *
     * @throws ProblemException 400 {@code invalid-request} if a time, {@code after} or {@code limit} is not valid
     */
    @GET
    @Path("members/{reference}/statement")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<StatementView> statementOf(
            @PathParam("reference") String reference,
            @BeanParam @Valid Query query,
            @QueryParam("after") @Pattern(regexp = StatementCursor.FORM) @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return statements.page(
                Caller.named(reference), query.ofAsset(), query.period(), StatementCursor.parse(after), limit);
    }

    /**
     * Returns all lines of the caller's statement as CSV (RFC 4180), oldest first, as a file.
     *
     * {@snippet lang=csv :
     * accountVersion,postedAt,occurredAt,kind,amount,change,balanceAfter,pendingAfter,heldAfter,causeType,orderId,ruleCode,ruleVersion,note,postingId,reverses
     * 10,2026-03-02T04:31:07Z,2026-03-02T04:31:07Z,REDEEMED,300,-300,112,0,0,redemption,,,,,019ca7aa-16e0-76ee-b36a-8786c764f974,
     * }
     *
     * @throws ProblemException 400 {@code invalid-request} if a time or the asset is not valid
     */
    @GET
    @Path("me/statement.csv")
    @RolesAllowed(Role.MEMBER)
    @Produces(CSV)
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Multi<String> myStatementFile(@BeanParam @Valid Query query) {
        return file(statements.export(caller.member(), query.ofAsset(), query.period(), false));
    }

    /**
     * Returns all lines of a member's statement as CSV (RFC 4180), oldest first, as a file, with the actor of each manual posting.
     *
     * {@snippet lang=csv :
     * accountVersion,postedAt,occurredAt,kind,amount,change,balanceAfter,pendingAfter,heldAfter,causeType,orderId,ruleCode,ruleVersion,note,postingId,reverses,actor
     * 10,2026-03-02T04:31:07Z,2026-03-02T04:31:07Z,REDEEMED,300,-300,112,0,0,redemption,,,,,019ca7aa-16e0-76ee-b36a-8786c764f974,,
     * }
     *
     * @throws ProblemException 400 {@code invalid-request} if a time or the asset is not valid
     */
    @GET
    @Path("members/{reference}/statement.csv")
    @RolesAllowed(Role.MEMBERS_READ)
    @Produces(CSV)
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public Multi<String> statementFileOf(@PathParam("reference") String reference, @BeanParam @Valid Query query) {
        return file(statements.export(Caller.named(reference), query.ofAsset(), query.period(), true));
    }

    private static Multi<String> file(Multi<String> rows) {
        return RestMulti.fromMultiData(rows)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statement.csv\"")
                .build();
    }
}
