package dev.lodestone.recall.channels;

/** How an attempt to send ended. */
sealed interface Delivery {
    /** The mail server took it. */
    record Accepted() implements Delivery {}

    /** The mail server refused it and always will. */
    record Refused(String reason) implements Delivery {}

    /** The mail server certainly did not take it, but may another time. */
    record Deferred(String reason) implements Delivery {}

    /** The connection broke or fell silent when the mail server may have taken it. */
    record Unclear(String reason) implements Delivery {}

    /** The member no longer agrees or has no address. */
    record Unwanted(String reason) implements Delivery {}
}
