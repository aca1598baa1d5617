/** tier-service: who belongs to the brand, what their deeds add up to, and the level it brings them. */
@NullMarked
package dev.lodestone.tier;

import org.jspecify.annotations.NullMarked;
