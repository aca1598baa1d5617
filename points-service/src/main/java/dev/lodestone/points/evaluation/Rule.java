package dev.lodestone.points.evaluation;

import dev.lodestone.events.EventType;
import dev.lodestone.points.account.Terms;
import dev.lodestone.points.rules.Award;
import dev.lodestone.points.rules.Condition;
import dev.lodestone.points.rules.Expiry;
import dev.lodestone.points.rules.Recurrence;
import dev.lodestone.points.rules.RuleDefinition;
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
 */
public record Rule(
        String code,
        int version,
        RuleDefinition definition,
        EventType type,
        @Nullable Condition condition,
        @Nullable Recurrence recurrence,
        ZoneId zone,
        Instant effectiveFrom) {
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
                effectiveFrom);
    }

    boolean isMultiplier() {
        return definition.award() instanceof Award.Multiplier;
    }

    /** Whether what it pays in all is counted, for its budget or its goal. */
    public boolean isCounted() {
        return definition.budget() != null || definition.goal() != null;
    }

    /** From when and until when what it pays for a fact at {@code earnedAt} can be spent. */
    public Terms terms(Instant earnedAt) {
        Expiry expiry = definition.expiry();
        Integer pending = definition.pendingDays();
        Instant availableAt = pending == null ? null : earnedAt.plus(pending, ChronoUnit.DAYS);
        return expiry == null
                ? new Terms(availableAt, null, null)
                : new Terms(availableAt, expiry.expiresAt(earnedAt, zone), expiry.extendsDays());
    }
}
