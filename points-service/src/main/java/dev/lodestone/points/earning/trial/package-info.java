/**
 * Backtests: evaluates a version of a rule for past events, in pages. Its entry point is {@link
 * dev.lodestone.points.earning.trial.BacktestService}. It calls {@code ledger.account}, {@code earning.rules}, {@code earning.evaluation}, {@code
 * earning.ruleset} and {@code earning.events}.
 */
@NullMarked
package dev.lodestone.points.earning.trial;

import org.jspecify.annotations.NullMarked;
