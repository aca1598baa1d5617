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
 * One version of a rule, ready to be asked. It never changes.
 *
 * @param condition compiled, if it has one
 * @param recurrence of its days, if it has one
 * @param zone of its days and hours
 * @param effectiveFrom it pays for facts that happen then or later, until a newer version does
 * @param broken whether it cannot be asked
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
     * A version that is in force though it cannot be asked: it pays nothing, and no older version of the rule pays instead.
     *
     * @param type of the facts that it would pay for
     */
    public static Rule broken(
            String code, int version, RuleDefinition definition, EventType type, Instant effectiveFrom, ZoneId zone) {
        return new Rule(code, version, definition, type, null, null, zone, effectiveFrom, true);
    }

    /** @param brandZone the zone of its days if it names none */
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

    /** Whether what it pays in all is counted, for its budget or its goal. */
    public boolean isCounted() {
        return definition.budget() != null || definition.goal() != null;
    }

    /** Fails if what it pays for a fact at {@code earnedAt} would last longer than any calendar is kept. */
    void checkTerms(Instant earnedAt) {
        Instant expiresAt = terms(earnedAt).expiresAt();
        if (expiresAt != null && expiresAt.isAfter(EXPIRY_MAX)) {
            throw new ArithmeticException("the expiry is out of range");
        }
    }

    /** From when and until when what it pays for a fact at {@code earnedAt} can be spent. */
    public LotTerms terms(Instant earnedAt) {
        Expiry expiry = definition.expiry();
        Integer pending = definition.pendingDays();
        Instant availableAt = pending == null ? null : earnedAt.plus(pending, ChronoUnit.DAYS);
        return expiry == null
                ? new LotTerms(availableAt, null, null)
                : new LotTerms(availableAt, expiry.expiresAt(earnedAt, zone), expiry.extendsDays());
    }
}
