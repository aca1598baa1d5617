package dev.lodestone.points.earning.ruleset;

import dev.lodestone.platform.texts.LocalText;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule in a list.
 *
 * {@snippet lang=json :
 * {
 *   "code": "spend-cny", "version": 3, "state": "IN_FORCE",
 *   "text": {"zh": "每消费 1.00 CNY 得 1 积分", "en": "1 point per 1.00 CNY"},
 *   "effectiveFrom": "2026-02-28T16:00:00Z"
 * }
 * }
 *
 * @param text description of the award; {@code null} if the definition cannot be read
 * @param effectiveFrom it pays for events that occurred then or later; {@code null} before it is proposed or published
 */
@RegisterForReflection
public record RuleSummaryView(
        String code,
        int version,
        RuleState state,
        @Nullable LocalText text,
        @Nullable Instant effectiveFrom) {
    /** What becomes of a version of a rule. */
    public enum RuleState {
        /** Can still change. */
        DRAFT,
        /** Waits for a second operator. */
        PROPOSED,
        /** Published; pays for events from a later time. */
        SCHEDULED,
        /** Pays now. */
        IN_FORCE,
        /** Replaced by a later version, or past its last day. */
        ENDED;

        /** All names, as a regular expression. */
        static final String NAMES = "DRAFT|PROPOSED|SCHEDULED|IN_FORCE|ENDED";
    }
}
