/**
 * The history of a member's level in one tier set: a pure function of the versions of the set, of what is known about the member, and of the
 * time up to which it is asked. It depends neither on the order in which facts arrived nor on the time of the computation, so the part after
 * now is what will happen if nothing new does. Its entry point is {@link dev.lodestone.tier.history.LevelHistory}. It calls {@code tiersets}.
 */
@NullMarked
package dev.lodestone.tier.history;

import org.jspecify.annotations.NullMarked;
