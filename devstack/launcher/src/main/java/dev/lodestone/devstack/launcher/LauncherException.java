package dev.lodestone.devstack.launcher;

/** Something that the person at the keyboard can mend; the message says what is wrong and what to do. */
public final class LauncherException extends RuntimeException {

    public LauncherException(String message) {
        super(message);
    }

    public LauncherException(String message, Throwable cause) {
        super(message, cause);
    }
}
