package dev.lodestone.platform.inbox;

/** An unclassified failure, while the database does not answer a simple query either. */
final class DatabaseAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseAwayException(Throwable cause) {
        super("the database does not answer", cause);
    }
}
