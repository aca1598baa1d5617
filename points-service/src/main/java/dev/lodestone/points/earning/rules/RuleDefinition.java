package dev.lodestone.points.earning.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lodestone.events.EventType;
import dev.lodestone.platform.parameter.Patterns;
import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.points.ledger.account.Asset;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The definition of one version of a rule.
 *
 * {@snippet lang=json :
 * {
 *   "factType": "brand.order.completed.v1", "condition": "member.tier == 'PREMIUM'",
 *   "award": {"kind": "PER_AMOUNT", "points": 1, "perAmountMinor": 100, "currency": "CNY"},
 *   "rounding": "DOWN", "asset": "POINTS", "priority": 0, "caps": []
 * }
 * }
 *
 * @param title title for members; default: the code of the rule
 * @param factType CloudEvents type of the events that it pays for
 * @param condition boolean CEL expression over {@code event}, {@code member} and {@code occurredAt}; default: always true
 * @param award what it pays
 * @param rounding rounding of fractions; default DOWN
 * @param atLeast minimum points for an event, if it pays at all
 * @param atMost maximum points for an event
 * @param asset asset of the award; default POINTS
 * @param pendingDays days after the event until the points can be spent; default 0
 * @param expiry expiry of the points; default: never
 * @param exclusiveGroup only one rule of a group pays for an event, the one with the highest priority
 * @param priority rules with higher priority are evaluated first; default 0
 * @param validity when it pays; default: always
 * @param caps limits for each member
 * @param budget maximum points for all members together
 * @param goal goal of a campaign
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

        @Schema(implementation = Expiry.Form.class) @Nullable Expiry expiry,

        @Nullable String exclusiveGroup,
        Integer priority,
        @Nullable Validity validity,
        List<Cap> caps,
        @Nullable Long budget,
        @Nullable Goal goal) {
    /** Maximum points for one event, and maximum budget. */
    public static final long AMOUNT_MAX = 1_000_000_000_000L;

    private static final int CAPS_MAX = 10;
    private static final int TITLE_LENGTH_MAX = 200;

    public RuleDefinition {
        rounding = rounding == null ? Rounding.DOWN : rounding;
        asset = asset == null ? Asset.POINTS : asset;
        priority = priority == null ? 0 : priority;
        caps = caps == null ? List.of() : List.copyOf(caps);
    }

    /**
     * Checks the definition.
     *
     * @return the compiled condition, if it has one
     * @throws dev.lodestone.platform.problem.ProblemException 400 {@code invalid-rule}, or {@code invalid-condition} with line and column
     */
    public @Nullable Condition check() {
        EventType type = EventShape.payable(factType);
        award.check(type);
        checkRange(atLeast, 1, AMOUNT_MAX, "atLeast");
        checkRange(atMost, atLeast == null ? 1 : atLeast, AMOUNT_MAX, "atMost");
        checkRange(pendingDays == null ? null : pendingDays.longValue(), 1, 3_650, "pendingDays");
        checkRange(priority.longValue(), -1_000, 1_000, "priority");
        checkRange(budget, 1, AMOUNT_MAX, "budget");
        checkRange((long) caps.size(), 0, CAPS_MAX, "the number of caps");
        if (exclusiveGroup != null && !exclusiveGroup.matches(Patterns.CODE)) {
            throw RuleProblems.invalid("exclusiveGroup must be lower-case letters, digits and hyphens");
        }
        checkParts();
        return condition == null ? null : Condition.of(condition, type);
    }

    /** True if it has a last day or a budget. Then it needs a goal before it is published. */
    @JsonIgnore
    public boolean isCampaign() {
        return budget != null || validity != null && validity.until() != null;
    }

    /**
     * Checks that a campaign has a goal.
     *
     * @throws dev.lodestone.platform.problem.ProblemException 400 {@code invalid-rule} if it has none
     */
    public void checkGoal() {
        if (isCampaign() && goal == null) {
            throw RuleProblems.invalid(
                    "a rule with a budget or a last day is a campaign: give it a goal with metric, window and target");
        }
    }

    /** The validity; {@link Validity#ALWAYS} by default. */
    @JsonIgnore
    public Validity window() {
        return validity == null ? Validity.ALWAYS : validity;
    }

    private void checkParts() {
        if (title != null && !title.isComplete(TITLE_LENGTH_MAX)) {
            throw RuleProblems.invalid("title: zh and en must have 1 to " + TITLE_LENGTH_MAX + " characters each");
        }
        if (validity != null) {
            validity.check();
        }
        if (goal != null) {
            goal.check();
        }
        caps.forEach(Cap::check);
    }

    private static void checkRange(@Nullable Long value, long min, long max, String field) {
        if (value != null && (value < min || value > max)) {
            throw RuleProblems.invalid(field + " must be between " + min + " and " + max + ", but was " + value);
        }
    }
}
