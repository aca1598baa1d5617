/**
 * The book read out for people: balances now, as of a past instant and ahead of time, and statements of any period. It writes nothing; it
 * may call the ledger, to look ahead with the very code that will book what time brings.
 */
@NullMarked
package dev.lodestone.points.statement;

import org.jspecify.annotations.NullMarked;
