package dev.lodestone.gateway.edge;

/** More of a body came than is allowed. */
public final class BodyTooLargeException extends RuntimeException {
    BodyTooLargeException(long bytesMax) {
        // Expected and frequent under attack, so it carries no stack.
        super("body exceeds " + bytesMax + " bytes", null, false, false);
    }
}
