package dev.lodestone.points.earning.evaluation;

import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.points.earning.rules.Award;
import dev.lodestone.points.earning.rules.Condition;
import dev.lodestone.points.earning.rules.Recurrence;
import dev.lodestone.points.earning.rules.Validity;
import dev.lodestone.points.expressions.ExpressionFailedException;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Decides whether an event can match a rule, before caps and budgets are considered. */
public final class Eligibility {
    private Eligibility() {}

    /**
     * True if {@code rule} may pay for {@code input}, independent of the member's context. If false, neither its budget nor its caps need
     * to be loaded.
     */
    public static boolean mayPay(Rule rule, EvaluationInput input) {
        Condition condition = rule.condition();
        try {
            return !rule.broken()
                    && outsideWindow(rule, input) == null
                    && currencyDiffers(rule, input) == null
                    && (condition == null || condition.readsMember() || conditionUnmet(rule, input) == null);
        } catch (RuntimeException failure) {
            // The evaluation reports it again, with its reason.
            return false;
        }
    }

    /** The outcome if {@code rule} does not apply to this event and member; null if it applies. */
    static @Nullable Outcome refused(Rule rule, EvaluationInput input) {
        Outcome refused = outsideWindow(rule, input);
        refused = refused == null ? conditionUnmet(rule, input) : refused;
        return refused == null ? currencyDiffers(rule, input) : refused;
    }

    private static @Nullable Outcome outsideWindow(Rule rule, EvaluationInput input) {
        Validity window = rule.definition().window();
        if (window == Validity.ALWAYS) {
            return null;
        }
        ZonedDateTime at = input.occurredAt().atZone(rule.zone());
        Recurrence recurrence = rule.recurrence();
        Reason reason = null;
        if (window.from() != null && at.toLocalDate().isBefore(window.from())) {
            reason = Reason.NOT_STARTED;
        } else if (window.until() != null && at.toLocalDate().isAfter(window.until())) {
            reason = Reason.ENDED;
        } else if (!window.includes(at.getDayOfWeek())) {
            reason = Reason.WEEKDAY;
        } else if (!window.includes(at.toLocalTime())) {
            reason = Reason.HOURS;
        } else if (recurrence != null && !recurrence.includes(at.toLocalDate())) {
            reason = Reason.RECURRENCE;
        }
        return reason == null ? null : Outcome.refused(rule, reason, "");
    }

    private static @Nullable Outcome conditionUnmet(Rule rule, EvaluationInput input) {
        if (rule.condition() == null) {
            return null;
        }
        try {
            return rule.condition().test(input.variables()) ? null : Outcome.refused(rule, Reason.CONDITION_FALSE, "");
        } catch (ExpressionFailedException failure) {
            return Outcome.refused(rule, Reason.CONDITION_FAILED, String.valueOf(failure.getMessage()));
        }
    }

    private static @Nullable Outcome currencyDiffers(Rule rule, EvaluationInput input) {
        return rule.definition().award() instanceof Award.PerAmount award
                        && input.fact() instanceof OrderCompleted order
                        && !order.total().currency().equals(award.currency())
                ? Outcome.refused(rule, Reason.CURRENCY_DIFFERS, award.currency())
                : null;
    }
}
