package dev.lodestone.points.earning.ruleset;

import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.earning.evaluation.Rule;
import dev.lodestone.points.earning.rules.RuleDefinition;
import dev.lodestone.points.earning.rules.RuleText;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Rules: members read those in force, operators draft, publish, approve, compare and roll back. */
@Path("/api/points/v1/earning-rules")
@RolesAllowed(Role.RULES)
public class RuleResource {
    private static final String CODE = "[a-z][a-z0-9-]{0,49}";

    private final Caller caller;
    private final RuleService rules;
    private final RuleSetService ruleSets;
    private final Transactions transactions;
    private final Clock clock;

    RuleResource(Caller caller, RuleService rules, RuleSetService ruleSets, Transactions transactions, Clock clock) {
        this.caller = caller;
        this.rules = rules;
        this.ruleSets = ruleSets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The rules that pay for facts that happen now. */
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

    @GET
    @Path("{code}/versions")
    public Uni<List<RuleView>> listRuleVersions(@PathParam("code") @Pattern(regexp = CODE) String code) {
        return rules.versions(code);
    }

    @GET
    @Path("{code}/differences")
    public Uni<List<DifferenceView>> compareRuleVersions(
            @PathParam("code") @Pattern(regexp = CODE) String code,
            @QueryParam("from") @NotNull @Min(1) Integer from,
            @QueryParam("to") @NotNull @Min(1) Integer to) {
        return rules.differences(code, from, to);
    }

    @PUT
    @Path("{code}/versions/{version}")
    public Uni<RuleView> draftRule(
            @PathParam("code") @Pattern(regexp = CODE) String code,
            @PathParam("version") @Min(1) int version,
            @NotNull @Valid RuleDefinition definition) {
        return rules.draft(code, version, definition, caller.subject());
    }

    @PUT
    @Path("{code}/versions/{version}/publication")
    public Uni<RuleView> publishRule(
            @PathParam("code") @Pattern(regexp = CODE) String code,
            @PathParam("version") @Min(1) int version,
            @NotNull @Valid PublicationRequest request) {
        return rules.publish(code, version, request.effectiveFrom().toInstant(), caller.subject());
    }

    /**
     * Publishes what another operator proposed. Send the {@code contentHash} that came with the version that you read: if it was changed
     * since, nothing is published.
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
            @PathParam("code") @Pattern(regexp = CODE) String code,
            @PathParam("version") @Min(1) int version,
            @NotNull @Valid ApprovalRequest request) {
        return rules.approve(code, version, request.contentHash(), caller.subject());
    }

    @PUT
    @Path("{code}/versions/{version}/rollback")
    public Uni<RuleView> rollBackRule(
            @PathParam("code") @Pattern(regexp = CODE) String code,
            @PathParam("version") @Min(1) int version,
            @NotNull @Valid RollbackRequest request) {
        return rules.rollBack(
                code, version, request.to(), request.effectiveFrom().toInstant(), caller.subject());
    }

    private static RuleView view(Rule rule) {
        return new RuleView(
                rule.code(),
                rule.version(),
                RuleEntity.Status.PUBLISHED,
                RuleText.of(rule.definition()),
                rule.definition(),
                rule.effectiveFrom(),
                null);
    }
}
