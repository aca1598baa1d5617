package dev.lodestone.recall.runs;

import java.util.UUID;

/** The run was cancelled or given to another process while a page was worked on; the page is rolled back. */
final class ClaimLostException extends RuntimeException {
    ClaimLostException(UUID runId) {
        super("the claim on the run is lost: " + runId);
    }
}
