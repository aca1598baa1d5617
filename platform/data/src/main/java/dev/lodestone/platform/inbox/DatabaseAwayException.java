package dev.lodestone.platform.inbox;

/** A failure that no class tells apart, met while the database did not answer a simple question either. */
final class DatabaseAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseAwayException(Throwable cause) {
        super("the database does not answer", cause);
    }
}
