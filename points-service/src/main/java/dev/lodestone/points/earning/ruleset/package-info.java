/**
 * Lists, drafts, proposes, publishes, compares and rolls back rules; compiles the published ones. Its entry points are
 * {@link dev.lodestone.points.earning.ruleset.RuleDraftService}, {@link dev.lodestone.points.earning.ruleset.RulePublicationService} and
 * {@link dev.lodestone.points.earning.ruleset.RuleSetService}. It calls {@code ledger.account},
 * {@code earning.rules} and {@code earning.evaluation}.
 */
@NullMarked
package dev.lodestone.points.earning.ruleset;

import org.jspecify.annotations.NullMarked;
