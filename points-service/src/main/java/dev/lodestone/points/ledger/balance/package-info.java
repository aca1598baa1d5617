/**
 * Balance, pending and held units as of any instant, and the forecast; writes nothing. The forecast runs the same code that books due
 * items. Its entry point is {@link dev.lodestone.points.ledger.balance.BalanceService}. It calls {@code ledger.lots}, {@code
 * ledger.account}, {@code ledger.postings} and {@code ledger.history}.
 */
@NullMarked
package dev.lodestone.points.ledger.balance;

import org.jspecify.annotations.NullMarked;
