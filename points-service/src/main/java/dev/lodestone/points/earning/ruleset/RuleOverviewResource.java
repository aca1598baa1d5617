package dev.lodestone.points.earning.ruleset;

import dev.lodestone.platform.paging.Page;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.earning.rules.RuleDefinition;
import dev.lodestone.points.earning.rules.RuleText;
import dev.lodestone.points.texts.LocalText;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** For operators who look for a rule, or write one. */
@Path("/api/points/v1/earning-rules")
@RolesAllowed(Role.RULES)
public class RuleOverviewResource {
    private final RuleOverviewService overview;
    private final RuleDocuments documents;
    private final Transactions transactions;
    private final Clock clock;

    RuleOverviewResource(
            RuleOverviewService overview, RuleDocuments documents, Transactions transactions, Clock clock) {
        this.overview = overview;
        this.documents = documents;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Lists the versions of all rules by code, each rule's newest version first; optionally those in one state only.
     *
     * @param state only versions in this state; all without it
     * @param after {@code next} of the page before; leave it out for the first page
     * @param limit at most this many items, 1 to 100
     * @throws ProblemException 400 {@code invalid-request} if {@code after}, {@code limit} or {@code state} is not valid
     */
    @GET
    @Path("versions")
    public Uni<Page<RuleSummaryView>> listVersionsOfAllRules(
            @QueryParam("state") @Pattern(regexp = RuleState.NAMES) @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        RuleState of = state == null ? null : RuleState.valueOf(state);
        return transactions.read(connection -> overview.list(connection, of, after, limit, clock.instant()));
    }

    /**
     * Checks a definition as a draft would be, and saves nothing: so it needs no idempotency key. Answers the description of its award in
     * Chinese and English.
     *
     * @throws ProblemException 400 {@code invalid-rule}, or {@code invalid-condition} with {@code line} and {@code column} of the first error
     */
    @POST
    @Path("validation")
    public Uni<LocalText> validateRule(@NotNull @Valid RuleDefinition definition) {
        return Uni.createFrom().item(() -> {
            documents.check("validation", 1, definition);
            return RuleText.of(definition);
        });
    }
}
