/**
 * Reads what the ledger booked: postings, balances at any time, and the lots of a whole ledger; writes nothing. The statements of this package
 * are the only ones outside {@code ledger.postings} that screens and reports read the ledger's tables with. Its entry point is {@link
 * dev.lodestone.points.ledger.history.LedgerHistoryService}. It calls {@code ledger.account}.
 */
@NullMarked
package dev.lodestone.points.ledger.history;

import org.jspecify.annotations.NullMarked;
