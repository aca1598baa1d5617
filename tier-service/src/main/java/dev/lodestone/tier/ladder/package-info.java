/**
 * The levels and the growth that each of them requires. Tier sets and rules of upgrade and downgrade belong here; the level of a member does
 * not. Its entry point is {@link dev.lodestone.tier.ladder.LadderService}. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.tier.ladder;

import org.jspecify.annotations.NullMarked;
