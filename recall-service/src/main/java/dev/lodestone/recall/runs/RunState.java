package dev.lodestone.recall.runs;

/** Where a run stands. */
public enum RunState {
    /** Nobody works on it yet. */
    PENDING,
    RUNNING,
    DONE,
    /** An operator stopped it; who was enrolled until then stays enrolled. */
    CANCELLED,
    /** A page failed too often; the reason says why. */
    FAILED
}
