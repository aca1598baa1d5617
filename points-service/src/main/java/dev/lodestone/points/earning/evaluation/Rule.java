package dev.lodestone.points.earning.evaluation;

import dev.lodestone.events.EventType;
import dev.lodestone.points.earning.rules.Award;
import dev.lodestone.points.earning.rules.Condition;
import dev.lodestone.points.earning.rules.Expiry;
import dev.lodestone.points.earning.rules.Recurrence;
import dev.lodestone.points.earning.rules.RuleDefinition;
import dev.lodestone.points.ledger.lots.LotTerms;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule, compiled. Immutable.
 *
 * @param condition the compiled condition, if the rule has one
 * @param recurrence the recurring days, if the rule has them
 * @param zone the zone of its days and hours
 * @param effectiveFrom it pays for events that occurred then or later, until a newer version is in force
 * @param broken true if it cannot be evaluated
 */
public record Rule(
        String code,
        int version,
        RuleDefinition definition,
        EventType type,
        @Nullable Condition condition,
        @Nullable Recurrence recurrence,
        ZoneId zone,
        Instant effectiveFrom,
        boolean broken) {
    private static final Instant EXPIRY_MAX = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * A version that is in force but cannot be evaluated. It pays nothing, and no older version pays instead.
     *
     * @param type of the events that it would pay for
     */
    public static Rule broken(
            String code, int version, RuleDefinition definition, EventType type, Instant effectiveFrom, ZoneId zone) {
        return new Rule(code, version, definition, type, null, null, zone, effectiveFrom, true);
    }

    /**
     * A compiled version.
     *
     * @param brandZone the zone of its days if the definition has none
     */
    public static Rule of(
            String code, int version, RuleDefinition definition, Instant effectiveFrom, ZoneId brandZone) {
        return new Rule(
                code,
                version,
                definition,
                EventType.ofType(definition.factType()).orElseThrow(),
                definition.check(),
                definition.window().recurrence(),
                definition.window().zone(brandZone),
                effectiveFrom,
                false);
    }

    boolean isMultiplier() {
        return definition.award() instanceof Award.Multiplier;
    }

    /** True if its total is counted, for a budget or a goal. */
    public boolean isCounted() {
        return definition.budget() != null || definition.goal() != null;
    }

    /** Checks that points for an event at {@code earnedAt} expire before the year 9999. */
    void checkTerms(Instant earnedAt) {
        Instant expiresAt = terms(earnedAt).expiresAt();
        if (expiresAt != null && expiresAt.isAfter(EXPIRY_MAX)) {
            throw new ArithmeticException("the expiry is out of range");
        }
    }

    /** The time from which points for an event at {@code earnedAt} can be spent, and their expiry. */
    public LotTerms terms(Instant earnedAt) {
        Expiry expiry = definition.expiry();
        Integer pending = definition.pendingDays();
        Instant availableAt = pending == null ? null : earnedAt.plus(pending, ChronoUnit.DAYS);
        return expiry == null
                ? new LotTerms(availableAt, null, null)
                : new LotTerms(availableAt, expiry.expiresAt(earnedAt, zone), expiry.extendsDays());
    }
}
