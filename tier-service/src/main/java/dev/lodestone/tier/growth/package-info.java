/**
 * The facts that bring growth, and how much: the orders of members with their states, and what members earned by other activities. Callers hold
 * the lock of the member's tier, which protects these rows too. Its entry point is {@link dev.lodestone.tier.growth.FactService}. It calls
 * {@code tiersets} and {@code history}.
 */
@NullMarked
package dev.lodestone.tier.growth;

import org.jspecify.annotations.NullMarked;
