/**
 * What the rules in force say to one event: which pays how much, why each other does not; pure. History, a simulation and a backtest come
 * to the same result. Its entry points are {@link dev.lodestone.points.earning.evaluation.Evaluation} and {@link
 * dev.lodestone.points.earning.evaluation.RuleSet}. It calls {@code ledger.lots}, {@code ledger.account} and {@code earning.rules}.
 */
@NullMarked
package dev.lodestone.points.earning.evaluation;

import org.jspecify.annotations.NullMarked;
