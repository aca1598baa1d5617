package dev.lodestone.points.earning.evaluation;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.behaviours.BehaviourRecorded;
import dev.lodestone.events.community.CheckedIn;
import dev.lodestone.events.community.PostCommented;
import dev.lodestone.events.community.PostPublished;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderItem;
import dev.lodestone.events.recall.OfferAccepted;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.points.earning.rules.Condition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Evaluates a rule for sample events before it is saved, so that a rule that cannot be evaluated is refused at once. */
public final class SampleEvaluation {
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final MemberId MEMBER = MemberId.of("sample:member");
    private static final UUID ID = new UUID(0, 1);
    private static final Money MONEY = new Money(7_900, "CNY");
    private static final List<Fact> SAMPLES = List.of(
            new OrderCompleted("sample", MONEY, List.of(new OrderItem("sku", 2, 7_900)), "sample"),
            new OrderCompleted("sample", new Money(0, "CNY"), null, "sample"),
            new MemberRegistered(new MemberProfile(
                    "Sample", "sample@brand.example", true, LocalDate.of(1990, 2, 28), null, Map.of("sample", "1"))),
            new BehaviourRecorded("sample", "sample", Map.of("sample", "1")),
            new CheckedIn(LocalDate.of(2026, 3, 1), 1),
            new PostPublished(ID, ID),
            new PostCommented(ID, ID, ID),
            new OfferAccepted(ID, ID, 100, "sample"));
    private static final MemberContext REGULAR =
            new MemberContext("SAMPLE", Map.of("sample", "1"), 3, 30_000, NOON, NOON);

    private SampleEvaluation() {}

    /**
     * Evaluates the unsaved {@code rule} for a new and for a regular member.
     *
     * @throws ProblemException 400 {@code invalid-condition}; it names the sample that failed
     */
    public static void check(Rule rule) {
        for (Fact sample : SAMPLES) {
            if (rule.type().factClass().isInstance(sample)) {
                check(
                        rule,
                        new EvaluationInput(MEMBER, sample, NOON, MemberContext.UNKNOWN),
                        "a member without orders");
                check(rule, new EvaluationInput(MEMBER, sample, NOON, REGULAR), "a member with orders");
            }
        }
        rule.checkTerms(NOON);
    }

    private static void check(Rule rule, EvaluationInput sample, String description) {
        Condition condition = rule.condition();
        if (condition != null) {
            condition.checkSample(sample.variables(), description);
        }
    }
}
