package dev.lodestone.platform.transactions;

import java.util.UUID;

/**
 * Work in pages was claimed by another process, cancelled or finished during a page. Thrown inside a transaction, it rolls the page back;
 * the claim's new holder goes on from the last page that was committed.
 */
public final class ClaimLostException extends RuntimeException {
    /** @param work the id of the work, such as a run */
    public ClaimLostException(UUID work) {
        super("the claim is lost: " + work);
    }
}
