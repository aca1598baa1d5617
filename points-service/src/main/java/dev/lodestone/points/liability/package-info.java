/**
 * What the brand owes its members at any date, by cohort and month of lapsing, what of it will presumably lapse, and what did. It reads the
 * book in one statement and writes nothing; it calls no other room.
 */
@NullMarked
package dev.lodestone.points.liability;

import org.jspecify.annotations.NullMarked;
