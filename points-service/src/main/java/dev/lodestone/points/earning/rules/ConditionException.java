package dev.lodestone.points.earning.rules;

/** A condition cannot be evaluated for an event; the message gives the cause. */
public final class ConditionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConditionException(String message, Throwable cause) {
        super(message, cause);
    }
}
