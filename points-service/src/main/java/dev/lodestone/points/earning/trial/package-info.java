/**
 * A version of a rule, tried on the events of the past, in pages. Its entry point is {@link
 * dev.lodestone.points.earning.trial.BacktestService}. It calls {@code ledger.account}, {@code earning.evaluation}, {@code
 * earning.ruleset} and {@code earning.events}.
 */
@NullMarked
package dev.lodestone.points.earning.trial;

import org.jspecify.annotations.NullMarked;
