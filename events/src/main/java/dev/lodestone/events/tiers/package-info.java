/** Facts about membership and levels, told by tier-service on the topic {@code tiers}. */
@NullMarked
package dev.lodestone.events.tiers;

import org.jspecify.annotations.NullMarked;
