/** Enrolments, changes of level and notices before one is lost. tier-service publishes them on the topic {@code tiers}. */
@NullMarked
package dev.lodestone.events.tiers;

import org.jspecify.annotations.NullMarked;
