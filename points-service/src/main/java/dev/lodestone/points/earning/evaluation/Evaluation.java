package dev.lodestone.points.earning.evaluation;

import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderItem;
import dev.lodestone.events.recall.OfferAccepted;
import dev.lodestone.points.earning.rules.Award;
import dev.lodestone.points.earning.rules.Cap;
import dev.lodestone.points.earning.rules.Rounding;
import dev.lodestone.points.earning.rules.RuleDefinition;
import dev.lodestone.points.ledger.account.Asset;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the rules in force for one event, one after another. */
public final class Evaluation {
    private static final BigInteger AMOUNT_MAX = BigInteger.valueOf(RuleDefinition.AMOUNT_MAX);

    private final EvaluationInput input;
    private final RuleUsage usage;
    private final List<Outcome> before;
    private final Map<Asset, Long> paid = new EnumMap<>(Asset.class);
    private final Map<String, String> groups = new HashMap<>();

    private Evaluation(EvaluationInput input, RuleUsage usage, List<Outcome> before) {
        this.input = input;
        this.usage = usage;
        this.before = before;
    }

    /** The outcome of each of {@code rules}, in their order. Points that they pay are counted in {@code usage}. */
    public static List<Outcome> of(List<Rule> rules, EvaluationInput input, RuleUsage usage) {
        return reevaluate(rules, input, usage, List.of());
    }

    /**
     * As {@link #of}, but reuses earlier outcomes of the same {@code input}. A rule that was refused for a reason that depends on the event
     * alone is not evaluated again.
     *
     * @param before the earlier outcomes
     */
    public static List<Outcome> reevaluate(
            List<Rule> rules, EvaluationInput input, RuleUsage usage, List<Outcome> before) {
        Evaluation evaluation = new Evaluation(input, usage, before);
        List<Outcome> outcomes = new ArrayList<>(rules.size());
        for (Rule rule : rules) {
            Outcome outcome = evaluation.evaluate(rule);
            outcomes.add(outcome);
            if (outcome.isPaid()) {
                evaluation.count(rule, outcome);
            }
        }
        return outcomes;
    }

    /** Evaluates one rule. A rule that fails pays nothing; the event and the other rules are not affected. */
    private Outcome evaluate(Rule rule) {
        try {
            Outcome outcome = rule.broken() ? Outcome.refused(rule, Reason.RULE_FAILED, "definition") : outcome(rule);
            if (outcome.isPaid()) {
                rule.checkTerms(input.occurredAt());
            }
            return outcome;
        } catch (RuntimeException failure) {
            return Outcome.refused(rule, Reason.RULE_FAILED, failure.getClass().getSimpleName());
        }
    }

    private Outcome outcome(Rule rule) {
        Outcome refused = refusedByEvent(rule);
        if (refused != null) {
            return refused;
        }
        BigInteger due = due(rule);
        if (due.signum() == 0) {
            return Outcome.refused(rule, Reason.NOTHING_DUE, "");
        }
        if (due.compareTo(AMOUNT_MAX) > 0) {
            return Outcome.refused(rule, Reason.TOO_LARGE, "");
        }
        String group = rule.definition().exclusiveGroup();
        String winner = group == null ? null : groups.get(group);
        return winner == null
                ? limit(rule, due.longValueExact())
                : Outcome.refused(rule, Reason.EXCLUSIVE_GROUP, winner);
    }

    private void count(Rule rule, Outcome outcome) {
        usage.add(rule, input, outcome.points());
        if (!rule.isMultiplier()) {
            paid.merge(rule.definition().asset(), outcome.points(), Math::addExact);
        }
        if (rule.definition().exclusiveGroup() != null) {
            groups.put(rule.definition().exclusiveGroup(), rule.code());
        }
    }

    private @Nullable Outcome refusedByEvent(Rule rule) {
        for (Outcome earlier : before) {
            if (earlier.code().equals(rule.code()) && earlier.version() == rule.version()) {
                return earlier.reason().dependsOnEventOnly() ? earlier : null;
            }
        }
        return Eligibility.refused(rule, input);
    }

    /** The points of the award, between the rule's minimum and maximum. */
    private BigInteger due(Rule rule) {
        RuleDefinition definition = rule.definition();
        BigInteger raw = raw(definition.award(), definition.rounding(), base(rule));
        if (raw.signum() == 0) {
            return raw;
        }
        BigInteger atLeast = definition.atLeast() == null ? raw : raw.max(BigInteger.valueOf(definition.atLeast()));
        return definition.atMost() == null ? atLeast : atLeast.min(BigInteger.valueOf(definition.atMost()));
    }

    private long base(Rule rule) {
        return rule.isMultiplier() ? paid.getOrDefault(rule.definition().asset(), 0L) : 0;
    }

    private BigInteger raw(Award award, Rounding rounding, long base) {
        return switch (award) {
            case Award.Fixed fixed -> BigInteger.valueOf(fixed.points());
            case Award.PerAmount perAmount ->
                rounding.share(input.amountMinor(), perAmount.points(), perAmount.perAmountMinor());
            case Award.PerItem perItem ->
                BigInteger.valueOf(quantity(perItem)).multiply(BigInteger.valueOf(perItem.points()));
            case Award.Multiplier multiplier -> rounding.share(base, multiplier.permille() - 1_000, 1_000);
            case Award.AsOffered offered ->
                BigInteger.valueOf(
                        input.fact() instanceof OfferAccepted accepted
                                ? Math.min(accepted.bonusPoints(), offered.pointsMax())
                                : 0);
        };
    }

    /** The quantity of the order's items that the rule pays for. */
    private long quantity(Award.PerItem award) {
        return input.fact() instanceof OrderCompleted order
                ? order.items().stream()
                        .filter(item -> award.skus().isEmpty() || award.skus().contains(item.sku()))
                        .mapToLong(OrderItem::quantity)
                        .sum()
                : 0;
    }

    /** Limits {@code due} to what caps and budget leave. */
    private Outcome limit(Rule rule, long due) {
        long points = due;
        String by = "";
        for (Cap cap : rule.definition().caps()) {
            long remaining = remaining(cap, usage.used(rule, cap, input.member(), input.occurredAt()));
            if (remaining < points) {
                points = Math.max(0, remaining);
                by = cap.period().name();
            }
        }
        if (points == 0) {
            return Outcome.refused(rule, Reason.CAP_REACHED, by);
        }
        Long budget = rule.definition().budget();
        if (budget != null && budget - usage.spent(rule.code()) < points) {
            points = Math.max(0, budget - usage.spent(rule.code()));
            by = "budget";
        }
        return points == 0
                ? Outcome.refused(rule, Reason.BUDGET_EXHAUSTED, by)
                : new Outcome(rule.code(), rule.version(), Reason.PAID, points, due, base(rule), by);
    }

    private static long remaining(Cap cap, RuleUsage.Used used) {
        if (cap.times() != null && used.times() >= cap.times()) {
            return 0;
        }
        return cap.points() == null ? Long.MAX_VALUE : cap.points() - used.points();
    }
}
