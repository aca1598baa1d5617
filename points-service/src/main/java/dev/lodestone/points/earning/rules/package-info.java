/**
 * The definition of a rule: condition, award, validity, caps, budget, goal; pure. Its entry point is
 * {@link dev.lodestone.points.earning.rules.RuleDefinition}. It calls {@code expressions}, {@code periods} and
 * {@code ledger.account}.
 */
@NullMarked
package dev.lodestone.points.earning.rules;

import org.jspecify.annotations.NullMarked;
