/**
 * The heads of the sealed chains, kept outside the database in topics and files. It does not trust what it reads. Its entry point is
 * {@link dev.lodestone.points.ledger.heads.HeadsService}. It calls {@code ledger.hashing}.
 */
@NullMarked
package dev.lodestone.points.ledger.heads;

import org.jspecify.annotations.NullMarked;
