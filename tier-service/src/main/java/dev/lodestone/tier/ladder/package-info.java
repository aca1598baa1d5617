/**
 * The levels a member may reach and the growth each takes. Its door is {@link dev.lodestone.tier.ladder.LadderService}; it calls no other
 * room. Tier sets and rules of upgrade and downgrade enter here; who stands on a level does not.
 */
@NullMarked
package dev.lodestone.tier.ladder;

import org.jspecify.annotations.NullMarked;
