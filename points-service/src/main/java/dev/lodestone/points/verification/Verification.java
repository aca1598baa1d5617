package dev.lodestone.points.verification;

import java.util.UUID;

/**
 * How far a check of the book is.
 *
 * @param blocks how many blocks there were when it was asked for
 * @param blocksDone how many of them are checked
 * @param afterMember the account up to which accounts are checked
 */
record Verification(UUID id, long blocks, long blocksDone, UUID afterMember, String afterAsset) {}
