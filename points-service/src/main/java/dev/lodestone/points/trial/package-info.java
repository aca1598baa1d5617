/**
 * Tries a version of a rule before it is published: on one made-up fact, or on the facts of the last days. Nothing in the book changes. It
 * calls the rulebook, evaluation and facts rooms.
 */
@NullMarked
package dev.lodestone.points.trial;

import org.jspecify.annotations.NullMarked;
