package dev.lodestone.tier.jobs;

/** The state of a job. */
public enum JobState {
    /** It waits for its next page, or a page is being worked on. */
    RUNNING,
    DONE,
    CANCELLED,
    /** A page failed too often; the job says why. */
    FAILED
}
