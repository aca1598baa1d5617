package dev.lodestone.platform.cloudevents;

/** Bytes that are no event of the suite, and never will be; the message says what is wrong with them. */
public final class UnreadableEventException extends RuntimeException {
    public UnreadableEventException(String reason) {
        super(reason);
    }
}
