/**
 * Statements of any period, page by page and as CSV; writes nothing. Its entry point is {@link
 * dev.lodestone.points.ledger.statement.StatementService}. It calls {@code ledger.account} and {@code ledger.history}.
 */
@NullMarked
package dev.lodestone.points.ledger.statement;

import org.jspecify.annotations.NullMarked;
