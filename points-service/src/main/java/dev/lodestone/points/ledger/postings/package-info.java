/**
 * Opens and locks the accounts of members, writes postings, lots and holds, and publishes the postings. Its entry point is {@link
 * dev.lodestone.points.ledger.postings.LedgerService}. It calls {@code ledger.lots} and {@code ledger.account}.
 */
@NullMarked
package dev.lodestone.points.ledger.postings;

import org.jspecify.annotations.NullMarked;
