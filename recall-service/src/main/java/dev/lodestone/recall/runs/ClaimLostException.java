package dev.lodestone.recall.runs;

import java.util.UUID;

/** The run was cancelled or claimed by another process during a page; the page is rolled back. */
final class ClaimLostException extends RuntimeException {
    ClaimLostException(UUID runId) {
        super("the claim on the run is lost: " + runId);
    }
}
