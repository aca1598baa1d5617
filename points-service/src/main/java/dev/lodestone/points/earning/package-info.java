/**
 * Facts become points: the rules in force are asked, what they pay is posted, what a refund takes back is taken, and everything is kept to
 * be explained. Events enter by the consumer. It calls the rulebook, evaluation, facts and ledger rooms.
 */
@NullMarked
package dev.lodestone.points.earning;

import org.jspecify.annotations.NullMarked;
