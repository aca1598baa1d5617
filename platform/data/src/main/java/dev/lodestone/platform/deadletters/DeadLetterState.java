package dev.lodestone.platform.deadletters;

/** Where a dead letter is in its life. */
public enum DeadLetterState {
    /** Set aside; nobody has asked for it to be handled again since. */
    OPEN,
    /** To be handled again as soon as possible. */
    REQUESTED,
    /** Being handled again. */
    REDRIVING,
    /** Handled: its event counts, once. */
    RESOLVED
}
