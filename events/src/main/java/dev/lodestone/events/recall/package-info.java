/** Facts about recall offers, told by recall-service on the topic {@code recall}. */
@NullMarked
package dev.lodestone.events.recall;

import org.jspecify.annotations.NullMarked;
