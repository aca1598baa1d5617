/**
 * Evaluates a version of a rule for one sample event. It calls {@code earning.evaluation} and {@code earning.ruleset}.
 */
@NullMarked
package dev.lodestone.points.earning.simulation;

import org.jspecify.annotations.NullMarked;
