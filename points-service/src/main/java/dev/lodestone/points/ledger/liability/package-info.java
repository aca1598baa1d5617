/**
 * What the brand owes its members on any date, by cohort, and what expired; writes nothing. One statement reads the ledger. It calls
 * {@code ledger.account} and {@code ledger.history}.
 */
@NullMarked
package dev.lodestone.points.ledger.liability;

import org.jspecify.annotations.NullMarked;
