package dev.lodestone.points.ledger.verification;

import java.util.UUID;

/**
 * How far a check of the book is.
 *
 * @param blocks how many blocks of postings there were when it was asked for
 * @param position how much of the stage is done, in the stage's own words; empty at its beginning
 */
record Verification(UUID id, Stage stage, String position, long blocks) {}
