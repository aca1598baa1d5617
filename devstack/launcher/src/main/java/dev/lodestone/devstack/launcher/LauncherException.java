package dev.lodestone.devstack.launcher;

/** A problem that the user can correct; the message says what is wrong and what to do. */
public final class LauncherException extends RuntimeException {

    public LauncherException(String message) {
        super(message);
    }

    public LauncherException(String message, Throwable cause) {
        super(message, cause);
    }
}
