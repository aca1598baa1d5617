/**
 * Evaluates the rules in force for one event: which pays how much, and why the others do not; pure. Processing, simulations and backtests
 * give the same result. Its entry points are {@link dev.lodestone.points.earning.evaluation.Evaluation} and
 * {@link dev.lodestone.points.earning.evaluation.RuleSet}. It calls {@code expressions}, {@code periods},
 * {@code ledger.lots}, {@code ledger.account} and {@code earning.rules}.
 */
@NullMarked
package dev.lodestone.points.earning.evaluation;

import org.jspecify.annotations.NullMarked;
