/**
 * What the brand owes its members on any date, by cohort, and what expired; one statement reads the ledger. It keeps the totals of each
 * day for a course over time. It calls {@code ledger.account} and {@code ledger.history}.
 */
@NullMarked
package dev.lodestone.points.ledger.liability;

import org.jspecify.annotations.NullMarked;
