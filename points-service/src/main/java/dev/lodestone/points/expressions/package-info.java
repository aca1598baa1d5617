/**
 * Boolean expressions in CEL that operators write: compiled and type-checked when they are saved, with the position of an error; evaluated
 * with a limit. The caller declares the variables. It calls no other package of the service. Its entry point is {@link
 * dev.lodestone.points.expressions.BooleanExpression}.
 */
@NullMarked
package dev.lodestone.points.expressions;

import org.jspecify.annotations.NullMarked;
