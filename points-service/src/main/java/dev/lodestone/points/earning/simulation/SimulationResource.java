package dev.lodestone.points.earning.simulation;

import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.cloudevents.UnreadableEventException;
import dev.lodestone.platform.parameter.Patterns;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.earning.evaluation.Audience;
import dev.lodestone.points.earning.evaluation.Evaluation;
import dev.lodestone.points.earning.evaluation.EvaluationInput;
import dev.lodestone.points.earning.evaluation.MemberContext;
import dev.lodestone.points.earning.evaluation.Outcome;
import dev.lodestone.points.earning.evaluation.Rule;
import dev.lodestone.points.earning.evaluation.RuleExplanation;
import dev.lodestone.points.earning.evaluation.RuleSet;
import dev.lodestone.points.earning.evaluation.RuleUsage;
import dev.lodestone.points.earning.ruleset.RuleSetService;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Evaluates a version of a rule for a sample event. It has no effect, so it needs no idempotency key. */
@Path("/api/points/v1/earning-rules")
@RolesAllowed(Role.RULES)
public class SimulationResource {
    private static final MemberId SAMPLE_MEMBER = MemberId.of("simulation:sample");

    private final Transactions transactions;
    private final RuleSetService rules;

    SimulationResource(Transactions transactions, RuleSetService rules) {
        this.transactions = transactions;
        this.rules = rules;
    }

    /**
     * Evaluates a draft or published version, with the other rules in force, for a sample event. Returns the outcome of each rule with its
     * arithmetic. Caps and budgets count as unused; points are whole units.
     *
     * <p>Errors: 400 {@code unreadable-fact} if {@code data} does not match the event type; 404 {@code rule-version-unknown}.
     */
    @POST
    @Path("{code}/versions/{version}/simulation")
    public Uni<SimulationView> simulateRule(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @PathParam("version") @Min(1) int version,
            @NotNull @Valid SimulationRequest request) {
        return transactions.read(connection -> rules.candidate(connection, code, version)
                .chain(candidate -> rules.published(connection).map(ruleSet -> simulate(candidate, ruleSet, request))));
    }

    private static SimulationView simulate(Rule candidate, RuleSet ruleSet, SimulationRequest request) {
        Instant at = request.occurredAt().toInstant();
        EvaluationInput input =
                new EvaluationInput(SAMPLE_MEMBER, fact(request, candidate.type()), at, context(request.member()));
        List<Rule> inForce = ruleSet.with(candidate).inForce(candidate.type(), at);
        List<Outcome> outcomes = Evaluation.of(inForce, input, new RuleUsage());
        List<RuleExplanation> explained = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            explained.add(RuleExplanation.of(inForce.get(i), input, outcomes.get(i), Audience.OPERATOR));
        }
        return new SimulationView(explained);
    }

    private static Fact fact(SimulationRequest request, EventType type) {
        try {
            return EventCodec.decodeFact(request.data().toString(), type);
        } catch (UnreadableEventException refused) {
            throw new ProblemException(
                    SimulationProblems.UNREADABLE_FACT,
                    "Send data as in an event of type " + type.type() + ": " + refused.getMessage());
        }
    }

    private static MemberContext context(SimulationRequest.@Nullable Member member) {
        return member == null
                ? MemberContext.UNKNOWN
                : new MemberContext(
                        Objects.requireNonNullElse(member.tier(), ""),
                        Objects.requireNonNullElse(member.attributes(), Map.of()),
                        Objects.requireNonNullElse(member.orders(), 0L),
                        Objects.requireNonNullElse(member.amountMinor(), 0L),
                        instant(member.firstOrderAt()),
                        instant(member.lastOrderAt()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
