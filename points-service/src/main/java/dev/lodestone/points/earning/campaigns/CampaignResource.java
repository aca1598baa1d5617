package dev.lodestone.points.earning.campaigns;

import dev.lodestone.platform.parameter.Patterns;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.earning.evaluation.Rule;
import dev.lodestone.points.earning.ruleset.RuleSetService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Reports the progress and cost of campaigns to operators. */
@Path("/api/points/v1/earning-rules")
@RolesAllowed(Role.RULES)
public class CampaignResource {
    private final Transactions transactions;
    private final RuleSetService rules;
    private final RuleUsageService usages;

    CampaignResource(Transactions transactions, RuleSetService rules, RuleUsageService usages) {
        this.transactions = transactions;
        this.rules = rules;
        this.usages = usages;
    }

    /**
     * Returns how much of its budget and goal a published rule version has reached. Points are whole units of the rule's asset.
     *
     * <p>Errors: 404 {@code rule-version-unknown}; 404 {@code not-a-campaign} if the version has neither a budget nor a goal.
     */
    @GET
    @Path("{code}/versions/{version}/report")
    public Uni<CampaignReportView> getCampaignReport(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @PathParam("version") @Min(1) int version) {
        return transactions.read(
                connection -> rules.candidate(connection, code, version).chain(rule -> report(connection, rule)));
    }

    private Uni<CampaignReportView> report(SqlConnection connection, Rule rule) {
        if (!rule.isCounted()) {
            throw new ProblemException(
                    CampaignProblems.NOT_A_CAMPAIGN, "Give a version of the rule a budget or a goal, and publish it");
        }
        return usages.report(connection, rule);
    }
}
