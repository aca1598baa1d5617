/**
 * The points book: accounts, postings, lots and holds are opened and written here; the room statement reads them out. Its door is {@link
 * dev.lodestone.points.ledger.LedgerService}, which opens the accounts of a set of members in a transaction and writes what was posted. It
 * calls no other room.
 */
@NullMarked
package dev.lodestone.points.ledger;

import org.jspecify.annotations.NullMarked;
