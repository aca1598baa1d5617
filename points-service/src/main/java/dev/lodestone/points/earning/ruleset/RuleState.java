package dev.lodestone.points.earning.ruleset;

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
