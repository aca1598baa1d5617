package dev.lodestone.recall.channels;

/** How an attempt to send ended. */
sealed interface Delivery {
    /** The mail server accepted it. */
    record Accepted() implements Delivery {}

    /** The mail server rejected it permanently. */
    record Refused(String reason) implements Delivery {}

    /** The mail server did not accept it, but may accept it later. */
    record Deferred(String reason) implements Delivery {}

    /** The connection broke or went silent after the mail server may have accepted it. */
    record Unclear(String reason) implements Delivery {}

    /** The member no longer consents or has no address. */
    record Unwanted(String reason) implements Delivery {}
}
