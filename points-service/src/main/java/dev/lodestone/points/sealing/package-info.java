/**
 * Makes tampering evident: after the commit, apart from all booking, finished postings are hashed into blocks that are signed and name the
 * block before. Its door for rooms that check or prove is {@link dev.lodestone.points.sealing.BlockService}. It reads the ledger's postings
 * as they stand in the table, since it vouches for those rows and not for what the ledger makes of them; it calls heads and
 * audit.
 */
@NullMarked
package dev.lodestone.points.sealing;

import org.jspecify.annotations.NullMarked;
