package dev.lodestone.platform.deadletters;

/** The state of a dead letter. */
public enum DeadLetterState {
    /** Waits for a decision of an operator. */
    OPEN,
    /** Waits to be redriven. */
    REQUESTED,
    /** Is being redriven. */
    REDRIVING,
    /** Processed: its event has had its effect, once. */
    RESOLVED
}
