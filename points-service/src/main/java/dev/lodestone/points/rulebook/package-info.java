/**
 * The brand's rules as they are kept: drafted, proposed, published, compared, rolled back, and read by members. Its doors are {@link
 * dev.lodestone.points.rulebook.RuleService} for operators and {@link dev.lodestone.points.rulebook.RuleBooks} for whoever evaluates facts.
 * It calls the rules, evaluation, approvals and audit packages.
 */
@NullMarked
package dev.lodestone.points.rulebook;

import org.jspecify.annotations.NullMarked;
