/**
 * Answers why: for any posting where it came from, for any order which rule paid and why each other did not. It reads the kept facts, the
 * rulebook and the postings, and changes nothing.
 */
@NullMarked
package dev.lodestone.points.explanation;

import org.jspecify.annotations.NullMarked;
