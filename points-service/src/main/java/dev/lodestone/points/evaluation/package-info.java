/**
 * What the rules in force say to one fact: which pays how much, and why each other does not. Values in, values out, so that history, a
 * simulation and a backtest come to the same result. It calls the rules room.
 */
@NullMarked
package dev.lodestone.points.evaluation;

import org.jspecify.annotations.NullMarked;
