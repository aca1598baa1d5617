/**
 * Opens and locks the accounts of a set of members, writes postings, lots and holds, publishes them. Its entry point is {@link
 * dev.lodestone.points.ledger.postings.LedgerService}. It calls {@code ledger.lots} and {@code ledger.account}.
 */
@NullMarked
package dev.lodestone.points.ledger.postings;

import org.jspecify.annotations.NullMarked;
