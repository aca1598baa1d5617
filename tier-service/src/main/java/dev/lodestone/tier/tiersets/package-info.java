/**
 * What a tier set is: its criteria, its levels, and the policy by which a level is kept or lost. Documents and their checks only; pure. Its
 * entry point is {@link dev.lodestone.tier.tiersets.TierSet}. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.tier.tiersets;

import org.jspecify.annotations.NullMarked;
