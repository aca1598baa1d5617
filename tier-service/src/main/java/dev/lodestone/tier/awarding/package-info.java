/**
 * Operators give levels by hand, lock, invite and end: alone where the brand allows it, with a second operator otherwise; every step is audited.
 * Its entry point is {@link dev.lodestone.tier.awarding.AwardingService}. It calls {@code awards}, {@code tiersets}, {@code versions} and {@code qualification}.
 */
@NullMarked
package dev.lodestone.tier.awarding;

import org.jspecify.annotations.NullMarked;
