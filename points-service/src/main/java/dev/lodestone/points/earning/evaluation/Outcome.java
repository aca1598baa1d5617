package dev.lodestone.points.earning.evaluation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The outcome of one rule for one event. Its JSON form is an array to save space, since one is stored for each rule and event.
 *
 * @param reason why the rule paid or did not pay
 * @param points the points paid
 * @param due the points due without caps and budget
 * @param base for multipliers: the points that the other rules paid
 * @param by what limited or prevented the payment: a rule, the period of a cap, {@code budget}, the error of a condition; for a rule that
 *     failed, the exception's class, or {@code definition} if its version cannot be compiled; empty if nothing did
 */
@RegisterForReflection
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Outcome(String code, int version, Reason reason, long points, long due, long base, String by) {
    static Outcome refused(Rule rule, Reason reason, String by) {
        return new Outcome(rule.code(), rule.version(), reason, 0, 0, 0, by);
    }

    @JsonIgnore
    public boolean isPaid() {
        return reason == Reason.PAID;
    }

    /** What failed, for the log. The error text of a condition is left out, since it may hold what an event says. */
    @JsonIgnore
    public String failure() {
        return reason == Reason.RULE_FAILED ? by : "condition";
    }
}
