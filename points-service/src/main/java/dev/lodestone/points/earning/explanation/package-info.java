/**
 * Explains why a posting was made, and why a rule did not pay; read-only. Its entry point is
 * {@link dev.lodestone.points.earning.explanation.ExplanationService}. It calls {@code earning.rules},
 * {@code earning.evaluation}, {@code earning.ruleset}, {@code earning.events}, {@code ledger.account} and {@code ledger.history}.
 */
@NullMarked
package dev.lodestone.points.earning.explanation;

import org.jspecify.annotations.NullMarked;
