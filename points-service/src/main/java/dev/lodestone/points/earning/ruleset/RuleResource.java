package dev.lodestone.points.earning.ruleset;

import dev.lodestone.platform.approvals.ApprovalRequest;
import dev.lodestone.platform.definitions.DefinitionStatus;
import dev.lodestone.platform.definitions.DifferenceView;
import dev.lodestone.platform.paging.Page;
import dev.lodestone.platform.parameter.Patterns;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.earning.evaluation.Rule;
import dev.lodestone.points.earning.rules.RuleDefinition;
import dev.lodestone.points.earning.rules.RuleText;
import dev.lodestone.points.earning.ruleset.RuleSummaryView.RuleState;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Members read the rules in force. Operators draft, publish, approve, compare and roll back versions. Each PUT may be repeated. */
@Path("/api/points/v1/earning-rules")
@RolesAllowed(Role.RULES)
public class RuleResource {

    private final Caller caller;
    private final RuleDraftService drafts;
    private final RulePublicationService publications;
    private final RuleSetService ruleSets;
    private final RuleOverviewService overview;
    private final Transactions transactions;
    private final Clock clock;

    RuleResource(
            Caller caller,
            RuleDraftService drafts,
            RulePublicationService publications,
            RuleSetService ruleSets,
            RuleOverviewService overview,
            Transactions transactions,
            Clock clock) {
        this.caller = caller;
        this.drafts = drafts;
        this.publications = publications;
        this.ruleSets = ruleSets;
        this.overview = overview;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns the rules in force now, each with a description in Chinese and English. Rules that cannot be evaluated are left out. */
    @GET
    @RolesAllowed({Role.MEMBER, Role.RULES, Role.MEMBERS_READ})
    public Uni<List<RuleView>> listRulesInForce() {
        return transactions
                .read(ruleSets::published)
                .map(ruleSet -> ruleSet.inForce(clock.instant()).stream()
                        .filter(rule -> !rule.broken())
                        .map(RuleResource::view)
                        .toList());
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
        return Uni.createFrom().item(() -> drafts.validate(definition));
    }

    /**
     * Returns all versions of a rule, newest first; an empty list if there are none.
     *
     * @throws ProblemException 400 {@code invalid-request} if the code has the wrong form
     */
    @GET
    @Path("{code}/versions")
    public Uni<List<RuleView>> listRuleVersions(@PathParam("code") @Pattern(regexp = Patterns.CODE) String code) {
        return drafts.versions(code);
    }

    /**
     * Returns the differences between two versions of a rule, one entry for each changed field, sorted by path.
     *
     * <p>Errors: 404 {@code rule-version-unknown}.
     *
     * @param from the first version
     * @param to the second version
     */
    @GET
    @Path("{code}/differences")
    public Uni<List<DifferenceView>> compareRuleVersions(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @QueryParam("from") @NotNull @Min(1) Integer from,
            @QueryParam("to") @NotNull @Min(1) Integer to) {
        return drafts.differences(code, from, to);
    }

    /**
     * Creates or changes a draft. {@code version} is an existing draft or the next number. A proposed version becomes a draft again. The
     * rule is evaluated for sample events before it is saved.
     *
     * <p>Errors: 400 {@code invalid-rule} or {@code invalid-condition}; 409 {@code rule-version-skipped} or {@code rule-published}.
     */
    @PUT
    @Path("{code}/versions/{version}")
    public Uni<RuleView> draftRule(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @PathParam("version") @Min(1) int version,
            @NotNull @Valid RuleDefinition definition) {
        return drafts.draft(code, version, definition, caller.subject());
    }

    /**
     * Publishes a draft for events that occur at {@code effectiveFrom} or later. Where a second operator is required, the draft becomes a
     * proposal.
     *
     * <p>Errors: 400 {@code invalid-rule} for a campaign without a goal; 404 {@code rule-version-unknown}; 409 {@code rule-published} if it
     * is published with another time.
     */
    @PUT
    @Path("{code}/versions/{version}/publication")
    public Uni<RuleView> publishRule(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @PathParam("version") @Min(1) int version,
            @NotNull @Valid PublicationRequest request) {
        return publications.publish(code, version, request.effectiveFrom().toInstant(), caller.subject());
    }

    /**
     * Publishes a version that another operator proposed. Send the {@code contentHash} of the version that you read; if the version changed
     * since then, it is not published.
     *
     * <p>Errors: 403 {@code second-operator-needed}; 404 {@code rule-version-unknown}; 409 {@code rule-not-proposed}, {@code
     * proposal-changed} or {@code proposal-expired}.
     */
    @PUT
    @Path("{code}/versions/{version}/approval")
    @APIResponse(
            responseCode = "200",
            description = "The published version",
            content = @Content(schema = @Schema(implementation = RuleView.class)))
    @APIResponse(responseCode = "403", description = "second-operator-needed: the caller proposed it")
    @APIResponse(responseCode = "409", description = "rule-not-proposed, proposal-changed or proposal-expired")
    public Uni<RuleView> approveRule(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @PathParam("version") @Min(1) int version,
            @NotNull @Valid ApprovalRequest request) {
        return publications.approve(code, version, request.contentHash(), caller.subject());
    }

    /**
     * Publishes the next version with the definition of the older, published version {@code to}.
     *
     * <p>Errors: 404 {@code rule-version-unknown} if {@code to} was never published; 409 {@code rule-version-skipped}, {@code
     * rule-version-taken} or {@code rule-published}.
     */
    @PUT
    @Path("{code}/versions/{version}/rollback")
    public Uni<RuleView> rollBackRule(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @PathParam("version") @Min(1) int version,
            @NotNull @Valid RollbackRequest request) {
        return publications.rollBack(
                code, version, request.to(), request.effectiveFrom().toInstant(), caller.subject());
    }

    private static RuleView view(Rule rule) {
        return new RuleView(
                rule.code(),
                rule.version(),
                DefinitionStatus.PUBLISHED,
                RuleText.of(rule.definition()),
                rule.definition(),
                rule.effectiveFrom(),
                null);
    }
}
