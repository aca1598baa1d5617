/** Recall offers. recall-service publishes them on the topic {@code recall}. */
@NullMarked
package dev.lodestone.events.recall;

import org.jspecify.annotations.NullMarked;
