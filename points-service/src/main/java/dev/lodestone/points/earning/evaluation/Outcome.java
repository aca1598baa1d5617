package dev.lodestone.points.earning.evaluation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What one rule said to one fact. As JSON it is an array, since one is kept for each rule and fact.
 *
 * @param reason why it paid or did not
 * @param points what it paid
 * @param due what it would have paid without caps and budget
 * @param base multipliers: what the other rules had paid
 * @param by what limited or prevented it: a rule, a cap's period, {@code budget}, an error; empty if nothing did
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
}
