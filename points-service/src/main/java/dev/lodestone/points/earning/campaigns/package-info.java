/**
 * The use of caps, budgets and goals, for each member and in total; a campaign's report. Its entry point is {@link
 * dev.lodestone.points.earning.campaigns.RuleUsageService}. It calls {@code earning.rules}, {@code earning.evaluation} and {@code
 * earning.ruleset}.
 */
@NullMarked
package dev.lodestone.points.earning.campaigns;

import org.jspecify.annotations.NullMarked;
