package dev.lodestone.recall.channels;

/** The state of an email. */
public enum EmailState {
    /** Waits for its first or next attempt. */
    QUEUED,
    /** Is being sent; the outcome is not recorded yet. */
    SENDING,
    /** The mail server accepted it. */
    SENT,
    /** The mail server rejected it permanently, or was unreachable for too long. */
    FAILED,
    /** It is unknown whether the mail server accepted it. It is never sent again automatically: no email is better than two. */
    UNKNOWN,
    /** Was not sent, because the member returned or no longer consents. */
    CANCELLED
}
