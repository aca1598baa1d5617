/**
 * Levels that members have for another reason than growth, and locks: what operators gave, and how they ended it. Rows are only added. Callers
 * hold the lock of the member's tier. Its entry point is {@link dev.lodestone.tier.awards.AwardService}. It calls {@code history}.
 */
@NullMarked
package dev.lodestone.tier.awards;

import org.jspecify.annotations.NullMarked;
