package dev.lodestone.recall.runs;

/** The state of a run. */
public enum RunState {
    /** Waits for its first page. */
    PENDING,
    RUNNING,
    DONE,
    /** An operator stopped it; members enrolled until then stay enrolled. */
    CANCELLED,
    /** A page failed too often; see the reason. */
    FAILED
}
