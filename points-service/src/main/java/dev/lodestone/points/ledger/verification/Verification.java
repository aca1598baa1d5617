package dev.lodestone.points.ledger.verification;

import java.util.UUID;

/**
 * The progress of a verification of the ledger.
 *
 * @param blocks number of blocks of postings at the time of the request
 * @param position progress within the stage, in the format of the stage; empty at its beginning
 */
record Verification(UUID id, Stage stage, String position, long blocks) {}
