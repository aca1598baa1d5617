/**
 * A version of a rule, tried on one made-up event. It calls {@code earning.evaluation} and {@code earning.ruleset}.
 */
@NullMarked
package dev.lodestone.points.earning.simulation;

import org.jspecify.annotations.NullMarked;
