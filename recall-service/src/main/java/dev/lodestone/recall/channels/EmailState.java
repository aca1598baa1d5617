package dev.lodestone.recall.channels;

/** Where an email stands. */
public enum EmailState {
    /** Waits for its turn, or for its next attempt. */
    QUEUED,
    /** Was given to the mail server; the outcome is not booked yet. */
    SENDING,
    /** The mail server took it. */
    SENT,
    /** The mail server refused it for good, or could not be reached for too long. */
    FAILED,
    /** It cannot be told whether the mail server took it. It is never sent again by itself: better no email than two. */
    UNKNOWN,
    /** Was not sent, since the member came back or no longer agrees. */
    CANCELLED
}
