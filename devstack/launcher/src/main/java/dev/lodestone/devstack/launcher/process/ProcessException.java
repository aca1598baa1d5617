package dev.lodestone.devstack.launcher.process;

/** A process that did not become ready; the message has its last lines. */
public final class ProcessException extends RuntimeException {

    ProcessException(String message) {
        super(message);
    }
}
