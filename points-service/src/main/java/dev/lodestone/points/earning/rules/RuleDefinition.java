package dev.lodestone.points.earning.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lodestone.events.EventType;
import dev.lodestone.points.ledger.account.Asset;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a rule says.
 *
 * @param title for people; the code of the rule if left out
 * @param factType CloudEvents type of the facts that it pays for
 * @param condition CEL expression over {@code event}, {@code member} and {@code occurredAt} that must be true; none: always
 * @param award what it pays
 * @param rounding of fractions; DOWN if left out
 * @param atLeast pays no less than this, if it pays at all
 * @param atMost pays no more than this for one fact
 * @param asset what it pays in; POINTS if left out
 * @param pendingDays days after the fact before it can be spent; at once if left out
 * @param expiry how long it lasts; for ever if left out
 * @param exclusiveGroup of the rules in one group only one pays for a fact, that of the highest priority
 * @param priority higher ones come first; 0 if left out
 * @param validity when it pays; always if left out
 * @param caps limits for each member
 * @param budget the most that it pays to all members together
 * @param goal what a campaign is for
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleDefinition(
        @Nullable LocalText title,
        @NotNull String factType,
        @Nullable String condition,
        @NotNull Award award,
        Rounding rounding,
        @Nullable Long atLeast,
        @Nullable Long atMost,
        Asset asset,
        @Nullable Integer pendingDays,
        @Nullable Expiry expiry,
        @Nullable String exclusiveGroup,
        Integer priority,
        @Nullable Validity validity,
        List<Cap> caps,
        @Nullable Long budget,
        @Nullable Goal goal) {
    /** No single fact brings more, and no budget holds more. */
    public static final long AMOUNT_MAX = 1_000_000_000_000L;

    private static final int CAPS_MAX = 10;

    public RuleDefinition {
        rounding = rounding == null ? Rounding.DOWN : rounding;
        asset = asset == null ? Asset.POINTS : asset;
        priority = priority == null ? 0 : priority;
        caps = caps == null ? List.of() : List.copyOf(caps);
    }

    /**
     * Checks what it says.
     *
     * @return the condition, if it has one
     * @throws dev.lodestone.platform.problem.ProblemException 400 {@code invalid-rule}, or {@code invalid-condition} with the place
     */
    public @Nullable Condition check() {
        EventType type = FactShape.payable(factType);
        award.check(type);
        bounded(atLeast, 1, AMOUNT_MAX, "atLeast");
        bounded(atMost, atLeast == null ? 1 : atLeast, AMOUNT_MAX, "atMost");
        bounded(pendingDays == null ? null : pendingDays.longValue(), 1, 3_650, "pendingDays");
        bounded(priority.longValue(), -1_000, 1_000, "priority");
        bounded(budget, 1, AMOUNT_MAX, "budget");
        bounded((long) caps.size(), 0, CAPS_MAX, "the number of caps");
        if (exclusiveGroup != null && !exclusiveGroup.matches("[a-z][a-z0-9-]{0,49}")) {
            throw RuleProblems.invalid("exclusiveGroup must be lower-case letters, digits and hyphens");
        }
        checkParts();
        return condition == null ? null : Condition.of(condition, type);
    }

    /** Whether it runs for a time or up to a sum, so that it must say what for before it is published. */
    @JsonIgnore
    public boolean isCampaign() {
        return budget != null || validity != null && validity.until() != null;
    }

    /** @throws dev.lodestone.platform.problem.ProblemException 400 if it is a campaign without a goal */
    public void checkGoal() {
        if (isCampaign() && goal == null) {
            throw RuleProblems.invalid(
                    "a rule with a budget or a last day is a campaign: give it a goal with metric, window and target");
        }
    }

    /** When it pays. */
    @JsonIgnore
    public Validity window() {
        return validity == null ? Validity.ALWAYS : validity;
    }

    private void checkParts() {
        if (title != null) {
            title.check("title");
        }
        if (expiry != null) {
            expiry.check();
        }
        if (validity != null) {
            validity.check();
        }
        if (goal != null) {
            goal.check();
        }
        caps.forEach(Cap::check);
    }

    private static void bounded(@Nullable Long value, long min, long max, String field) {
        if (value != null && (value < min || value > max)) {
            throw RuleProblems.invalid(field + " must be between " + min + " and " + max + ", but was " + value);
        }
    }
}
