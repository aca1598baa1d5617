package dev.lodestone.points.earning.rules;

/** A condition has no value for a fact; the message says why. */
public final class ConditionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConditionException(String message, Throwable cause) {
        super(message, cause);
    }
}
